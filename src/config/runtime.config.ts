import { IsDate, IsIn, IsInt, IsOptional, IsUrl, Max, Min, Validate, ValidatorConstraint } from 'class-validator';
import type { ValidationArguments, ValidatorConstraintInterface } from 'class-validator';
import { FromEnvironment } from './variable.decorator';

@ValidatorConstraint()
class NotInProduction implements ValidatorConstraintInterface {
  validate(value: unknown, { object }: ValidationArguments): boolean {
    return value === undefined || !(object instanceof RuntimeConfig) || !object.isProduction;
  }

  defaultMessage(): string {
    return 'HUB_NOW stops the clock, which is refused in production';
  }
}

/** What this process is and when it believes to live. */
export class RuntimeConfig {
  @FromEnvironment({ name: 'NODE_ENV', about: 'development, test or production', default: 'development' })
  @IsIn(['development', 'test', 'production'])
  readonly nodeEnvironment: string;

  @FromEnvironment({ name: 'PORT', about: 'Port of the API', default: '8000' })
  @IsInt()
  @Min(0)
  @Max(65_535)
  readonly port: number;

  @FromEnvironment({ name: 'HOST', about: 'Address the API listens on', default: '0.0.0.0' })
  readonly host: string;

  @FromEnvironment({
    name: 'PUBLIC_URL',
    about: 'Address under which clients reach the API; links in mails are built from it alone',
    developmentDefault: 'http://localhost:8000',
  })
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  readonly publicUrl: string;

  @FromEnvironment({ name: 'LOG_LEVEL', about: 'fatal, error, warn, info, debug or trace', default: 'info' })
  @IsIn(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
  readonly logLevel: string;

  @FromEnvironment({
    name: 'HUB_NOW',
    about: 'ISO instant at which every clock of the hub stands still, for work on old notices; refused in production',
    optional: true,
  })
  @IsOptional()
  @IsDate({ message: 'HUB_NOW must be an ISO 8601 instant such as 2026-04-10T12:00:00Z' })
  @Validate(NotInProduction)
  readonly now?: Date;

  get isProduction(): boolean {
    return this.nodeEnvironment === 'production';
  }
}
