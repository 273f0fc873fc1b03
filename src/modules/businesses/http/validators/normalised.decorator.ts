import { Transform } from 'class-transformer';

/** A text in another spelling, before anything is checked: the limits are those of what is stored. */
export const Normalised = (normalise: (text: string) => string | null): PropertyDecorator =>
  Transform(({ value }: { readonly value: unknown }) => (typeof value === 'string' ? normalise(value) : value));

/** A text without a word says nothing. */
export const orNothing = (text: string): string | null => (text.trim() === '' ? null : text);
