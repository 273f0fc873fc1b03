import {
  IsInt,
  Max,
  Min,
  MinLength,
  Validate,
  ValidatorConstraint,
  type ValidationArguments,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { FromEnvironment } from './variable.decorator';

const LEAST_SECRET_LENGTH = 32;

@ValidatorConstraint()
class SecretsDiffer implements ValidatorConstraintInterface {
  validate(_: unknown, { object }: ValidationArguments): boolean {
    if (!(object instanceof AuthConfig)) return true;
    return new Set([object.accessSecret, object.refreshSecret, object.passwordPepper]).size === 3;
  }

  defaultMessage(): string {
    return 'JWT_ACCESS_SECRET, JWT_REFRESH_SECRET and PASSWORD_PEPPER must differ from each other';
  }
}

/** Secrets and costs of signing in. Development values are refused in production: there each must be given. */
export class AuthConfig {
  @FromEnvironment({
    name: 'JWT_ACCESS_SECRET',
    about: 'Signs access tokens; at least 32 characters',
    developmentDefault: 'development-only-access-secret-0123456789',
    secret: true,
  })
  @MinLength(LEAST_SECRET_LENGTH)
  @Validate(SecretsDiffer)
  readonly accessSecret: string;

  @FromEnvironment({
    name: 'JWT_REFRESH_SECRET',
    about: 'Signs refresh tokens; at least 32 characters, another one',
    developmentDefault: 'development-only-refresh-secret-0123456789',
    secret: true,
  })
  @MinLength(LEAST_SECRET_LENGTH)
  readonly refreshSecret: string;

  @FromEnvironment({
    name: 'PASSWORD_PEPPER',
    about:
      'Key of the hash that passwords go through before bcrypt; at least 32 characters; losing it loses all passwords',
    developmentDefault: 'development-only-password-pepper-0123456789',
    secret: true,
  })
  @MinLength(LEAST_SECRET_LENGTH)
  readonly passwordPepper: string;

  @FromEnvironment({ name: 'PASSWORD_HASH_COST', about: 'bcrypt cost, 12 to 15 (lower only for tests)', default: '12' })
  @IsInt()
  @Min(4)
  @Max(15)
  readonly passwordHashCost: number;
}
