import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { UsersModule } from '../users';
import { AuthController } from './http/auth.controller';
import { SessionEntity } from './persistence/session.entity';
import { SessionsRepository } from './persistence/sessions.repository';
import { AccessTokenStrategy } from './service/access-token.strategy';
import { AuthService } from './service/auth.service';
import { BcryptThreads } from './service/bcrypt-threads';
import { PasswordHasher } from './service/password-hasher';
import { SessionsService } from './service/sessions.service';
import { TokensService } from './service/tokens.service';

@Module({
  imports: [UsersModule, PassportModule, JwtModule.register({}), TypeOrmModule.forFeature([SessionEntity])],
  controllers: [AuthController],
  providers: [
    AuthService,
    SessionsService,
    SessionsRepository,
    TokensService,
    PasswordHasher,
    BcryptThreads,
    AccessTokenStrategy,
  ],
  exports: [AuthService],
})
export class AuthModule {}
