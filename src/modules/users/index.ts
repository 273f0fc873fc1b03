export { type NewUser, normaliseEmail, type User, type UserProfile } from './domain/user';
export type { AccountDeleted } from './domain/user.events';
export { OnAccountDeleted } from './service/on-account-deleted.decorator';
export { type AccountChanges, type ProfileChanges, UsersService } from './service/users.service';
export { UsersModule } from './users.module';
