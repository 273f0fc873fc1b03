import { ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';

const SHORTEST = 8;
const LONGEST = 128;

/** Characters are code points of the NFC form, as people count them; no rules on their kinds (NIST SP 800-63B). */
@ValidatorConstraint({ name: 'allowedPassword' })
export class AllowedPassword implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    if (typeof value !== 'string') return false;
    const length = [...value.normalize('NFC')].length;
    return length >= SHORTEST && length <= LONGEST;
  }

  defaultMessage(): string {
    return `password must have ${SHORTEST} to ${LONGEST} characters`;
  }
}
