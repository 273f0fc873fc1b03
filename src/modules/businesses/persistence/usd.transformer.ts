import type { ValueTransformer } from 'typeorm';

/** `numeric` comes from PostgreSQL as text; amounts up to ten trillion dollars are exact as numbers. */
export const usd: ValueTransformer = {
  from: (text: string | null): number | null => (text === null ? null : Number(text)),
  to: (amount: number | null): number | null => amount,
};
