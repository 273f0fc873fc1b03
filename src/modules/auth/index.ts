export { AuthModule } from './auth.module';
export { PasswordPolicy } from './service/passwords/password-policy.service';
export { RegistrationService } from './service/accounts/registration.service';
