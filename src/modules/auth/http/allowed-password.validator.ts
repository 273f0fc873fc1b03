import { type ValidationArguments, ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';
import { LONGEST_PASSWORD, passwordProblem, SHORTEST_PASSWORD } from '../domain/password';

@ValidatorConstraint({ name: 'allowedPassword' })
export class AllowedPassword implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return typeof value === 'string' && passwordProblem(value) === undefined;
  }

  defaultMessage({ value }: ValidationArguments): string {
    return typeof value === 'string' && passwordProblem(value) === 'common'
      ? 'password is one of the most used ones; choose another'
      : `password must have ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters`;
  }
}
