import { ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';
import { isMaskedEin, parseEin } from '../../domain/ein';

@ValidatorConstraint({ name: 'einNumber' })
export class EinNumber implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return typeof value === 'string' && (parseEin(value) !== undefined || isMaskedEin(value));
  }

  defaultMessage(): string {
    return 'einNumber must be an employer identification number such as 12-3456789, of an assigned prefix';
  }
}
