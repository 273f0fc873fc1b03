import { applyDecorators } from '@nestjs/common';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs as graphs } from '@zxcvbn-ts/language-common';
import { MinLength, Validate, ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';

const LEAST_LENGTH = 32;

/** Knows repetitions, sequences, dates and keyboards. */
const estimator = new ZxcvbnFactory({ graphs });

/** As a power of ten. Random texts of this length start at about 28 (hexadecimal); repetitions and sequences end far below. */
const FEWEST_GUESSES = 20;

/** Words of examples and of the built-in development values: whoever reads the documentation knows such secrets. */
const DOCUMENTATION =
  /development-only|change-?me|replace-?me|example|placeholder|your[-_ ]|0123456789|password|secret/i;

@ValidatorConstraint({ name: 'strongSecret' })
class Strong implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return (
      typeof value === 'string' && !DOCUMENTATION.test(value) && estimator.check(value).guessesLog10 >= FEWEST_GUESSES
    );
  }

  defaultMessage(): string {
    return 'must be made at random and for this installation alone, for example by: openssl rand -base64 48';
  }
}

/** A secret of at least 32 characters; in production one that nobody can guess or look up. */
export const StrongSecret = (options: { each?: boolean } = {}): PropertyDecorator =>
  applyDecorators(
    MinLength(LEAST_LENGTH, { ...options, message: `must have at least ${LEAST_LENGTH} characters` }),
    Validate(Strong, { ...options, groups: ['production'] }),
  );
