import type { ValueTransformer } from 'typeorm';

/** `pg` answers bigint as text. Conditions are not numbers and pass as they are. */
export const sequenceNumber: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: string) => Number(value),
};
