import { applyDecorators } from '@nestjs/common';
import { IsISO8601, Matches } from 'class-validator';

const DAY = /^[12]\d{3}-\d{2}-\d{2}$/;
const options = { message: '$property must be a calendar day such as 2026-03-31' };

/** A day that exists in the calendar: 2026-02-30 does not. */
export const IsDay = (): PropertyDecorator =>
  applyDecorators(Matches(DAY, options), IsISO8601({ strict: true }, options));
