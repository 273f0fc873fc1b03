export { AuthModule } from './auth.module';
export { PasswordPolicy } from './service/password-policy.service';
export { RegistrationService } from './service/registration.service';
