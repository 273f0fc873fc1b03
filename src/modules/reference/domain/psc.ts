/** Supplies have codes that begin with a digit, services (research included) with a letter. */
export const pscKinds = ['product', 'service'] as const;
export type PscKind = (typeof pscKinds)[number];

/** A product or service code. Some of the published codes have no name. */
export interface PscCode {
  readonly code: string;
  readonly name: string | null;
  readonly kind: PscKind;
  /** Two characters: the supply group (`59`) or the first half of a service code (`D3`, `DA`); null for a bare letter. */
  readonly groupCode: string | null;
  /** The service letter (`D`), or the supply group, with all groups of information technology folded into `70`. */
  readonly category: string;
}

/** From the same code to nothing in common. */
export type PscRelation = 'equal' | 'group' | 'category' | 'none';

/** The code in capitals without blanks, or undefined where it is no code of one to four characters. */
export function parsePsc(text: string | null | undefined): string | undefined {
  const code = text?.trim().toUpperCase() ?? '';
  return /^(?:[A-Z][A-Z0-9]{0,3}|[0-9][A-Z0-9]{1,3})$/.test(code) ? code : undefined;
}

export const pscKind = (code: string): PscKind => (/^[0-9]/.test(code) ? 'product' : 'service');

export const pscGroup = (code: string): string | null => (code.length >= 2 ? code.slice(0, 2) : null);

/** The manual of October 2020 split information technology, until then group 70, into the groups 7A to 7K. */
export function pscCategory(code: string): string {
  if (pscKind(code) === 'service') return code.slice(0, 1);
  return /^7[A-K]/.test(code) ? '70' : code.slice(0, 2);
}

/**
 * How closely two codes are related. Many notices carry the supply group only, so `59` and `5905` share their group;
 * two equal groups are as equal as the data can say. Missing or invalid codes never match anything.
 */
export function pscRelation(left: string | null | undefined, right: string | null | undefined): PscRelation {
  const [a, b] = [parsePsc(left), parsePsc(right)];
  if (a === undefined || b === undefined) return 'none';
  if (a === b) return 'equal';
  if (pscGroup(a) !== null && pscGroup(a) === pscGroup(b)) return 'group';
  return pscCategory(a) === pscCategory(b) ? 'category' : 'none';
}
