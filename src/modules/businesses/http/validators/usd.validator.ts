import { applyDecorators } from '@nestjs/common';
import { Validate, ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';

const MOST_USD = 1_000_000_000_000;
/** The cents of amounts up to a trillion dollars are exact to this. */
const TOLERANCE = 1e-4;

@ValidatorConstraint({ name: 'usd' })
class UsdAmount implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0 || value > MOST_USD) return false;
    const cents = value * 100;
    return cents === 0 || (cents > 0.5 && Math.abs(cents - Math.round(cents)) < TOLERANCE * Math.max(1, cents / 1e9));
  }

  defaultMessage(): string {
    return '$property must be an amount in USD from 0 to 1,000,000,000,000 with at most two decimals';
  }
}

/** An amount of money in whole cents. class-validator's own check of decimals fails on numbers such as 1e-7. */
export const IsUsd = (): PropertyDecorator => applyDecorators(Validate(UsdAmount));
