import { ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';
import { isCage } from '../../domain/cage';

@ValidatorConstraint({ name: 'cageCode' })
export class CageNumber implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return typeof value === 'string' && isCage(value);
  }

  defaultMessage(): string {
    return '$property must be a CAGE code: five characters without I and O, the first and the last of them digits';
  }
}
