import { ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';
import { isUei } from '../../domain/uei';

@ValidatorConstraint({ name: 'ueiNumber' })
export class UeiNumber implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return typeof value === 'string' && isUei(value);
  }

  defaultMessage(): string {
    return 'ueiNumber must be a Unique Entity ID of twelve characters with a right check digit';
  }
}
