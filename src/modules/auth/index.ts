export { AuthModule } from './auth.module';
export { AuthService } from './service/auth.service';
