export type { NewUser, User } from './domain/user';
export { UsersService } from './service/users.service';
export { UsersModule } from './users.module';
