import { ArrayNotEmpty, IsArray } from 'class-validator';
import { StrongSecret } from './strong-secret.validator';
import { FromEnvironment } from './variable.decorator';

/** Keys for what is stored encrypted or sealed. */
export class EncryptionConfig {
  @FromEnvironment({
    name: 'ENCRYPTION_KEYS',
    about:
      'Keys for what is stored encrypted or sealed, comma-separated, each at least 32 characters; the first is used, the others still read what they wrote',
    developmentDefault: 'development-only-encryption-key-0123456789',
    secret: true,
    unique: true,
  })
  @IsArray()
  @ArrayNotEmpty()
  @StrongSecret({ each: true })
  readonly keys: string[];
}
