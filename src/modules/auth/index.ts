export { AuthModule } from './auth.module';
export { passwordProblem } from './domain/password';
export { AuthService } from './service/auth.service';
