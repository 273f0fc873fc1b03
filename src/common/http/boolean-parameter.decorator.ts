import { Transform } from 'class-transformer';

const booleans: Readonly<Record<string, boolean>> = { true: true, false: false };

/** Reads a query parameter as `true` or `false`; whatever is neither stays text, which no check of booleans accepts. */
export const BooleanParameter = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? (booleans[value] ?? value) : value));
