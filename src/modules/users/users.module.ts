import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit';
import { MailModule } from '../mail';
import { UserRolesController } from './http/user-roles.controller';
import { UsersController } from './http/users.controller';
import { UserEntity } from './persistence/user.entity';
import { UsersReadModel } from './persistence/users.read-model';
import { UsersRepository } from './persistence/users.repository';
import { UsersService } from './service/users.service';

@Module({
  imports: [AuditModule, MailModule, TypeOrmModule.forFeature([UserEntity])],
  controllers: [UsersController, UserRolesController],
  providers: [UsersRepository, UsersReadModel, UsersService],
  exports: [UsersService],
})
export class UsersModule {}
