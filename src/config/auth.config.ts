import { IsArray, IsIn, IsInt, Max, Min } from 'class-validator';
import { type Role, roles } from '../common/auth/role';
import { StrongSecret } from './strong-secret.validator';
import { FromEnvironment } from './variable.decorator';

/** Secrets and costs of signing in. Development values are refused in production: there each must be given. */
export class AuthConfig {
  @FromEnvironment({
    name: 'JWT_ACCESS_SECRET',
    about: 'Signs access tokens; at least 32 characters',
    developmentDefault: 'development-only-access-secret-0123456789',
    secret: true,
    unique: true,
  })
  @StrongSecret()
  readonly accessSecret: string;

  @FromEnvironment({
    name: 'JWT_REFRESH_SECRET',
    about: 'Signs refresh tokens; at least 32 characters, another one',
    developmentDefault: 'development-only-refresh-secret-0123456789',
    secret: true,
    unique: true,
  })
  @StrongSecret()
  readonly refreshSecret: string;

  @FromEnvironment({
    name: 'JWT_ACCESS_PREVIOUS_SECRETS',
    about: 'Secrets that signed access tokens before, comma-separated; remove one 15 minutes after it was replaced',
    default: '',
    secret: true,
    unique: true,
  })
  @IsArray()
  @StrongSecret({ each: true })
  readonly previousAccessSecrets: string[];

  @FromEnvironment({
    name: 'JWT_REFRESH_PREVIOUS_SECRETS',
    about: 'Secrets that signed refresh tokens before, comma-separated; remove one 7 days after it was replaced',
    default: '',
    secret: true,
    unique: true,
  })
  @IsArray()
  @StrongSecret({ each: true })
  readonly previousRefreshSecrets: string[];

  @FromEnvironment({
    name: 'PASSWORD_PEPPER',
    about:
      'Key of the hash that passwords go through before bcrypt; at least 32 characters; losing it loses all passwords',
    developmentDefault: 'development-only-password-pepper-0123456789',
    secret: true,
    unique: true,
  })
  @StrongSecret()
  readonly passwordPepper: string;

  @FromEnvironment({ name: 'PASSWORD_HASH_COST', about: 'bcrypt cost, 12 to 15 (lower only for tests)', default: '12' })
  @IsInt()
  @Min(4)
  @Min(12, { groups: ['production'] })
  @Max(15)
  readonly passwordHashCost: number;

  @FromEnvironment({
    name: 'PASSWORD_MIN_LENGTH',
    about: 'Fewest characters of a new password, 8 to 64; 15 is advised where no second factor is used',
    default: '8',
  })
  @IsInt()
  @Min(8)
  @Max(64)
  readonly passwordMinLength: number;

  @FromEnvironment({
    name: 'MFA_REQUIRED_ROLES',
    about: 'Roles that may do nothing before they have set up a second factor, comma-separated; none for no role',
    default: 'admin,government_official',
    developmentDefault: 'none',
  })
  @IsArray()
  @IsIn([...roles, 'none'], { each: true })
  readonly mfaRequiredRoles: string[];

  demandsSecondFactor(role: Role): boolean {
    return this.mfaRequiredRoles.includes(role);
  }
}
