import { Transform } from 'class-transformer';

const DECIMAL = /^-?\d{1,15}(?:\.\d{1,15})?$/;

/** Reads a query parameter as a number; whatever is no plain decimal (empty, `0x10`, `1e3`) stays text, which no check of numbers accepts. */
export const NumberParameter = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && DECIMAL.test(value) ? Number(value) : value,
  );
