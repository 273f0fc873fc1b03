import { ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';
import { isWebAddress } from '../../domain/web-address';

/** What files are asked, too: whatever a profile shows can be read back. */
@ValidatorConstraint({ name: 'isUrl' })
export class WebAddress implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return typeof value === 'string' && isWebAddress(value);
  }

  defaultMessage(): string {
    return '$property must be a URL address';
  }
}
