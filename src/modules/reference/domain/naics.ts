/** 2 sector, 3 subsector, 4 industry group, 5 industry, 6 national industry. */
export type NaicsLevel = 2 | 3 | 4 | 5 | 6;

/** One entry of NAICS 2022. A sector that spans several two-digit codes has the range as its code, `31-33`. */
export interface NaicsCode {
  readonly code: string;
  readonly title: string;
  readonly level: NaicsLevel;
  /** The next broader code; null for a sector. */
  readonly parentCode: string | null;
}

/** The narrowest level that two codes share, from the same national industry (6) to nothing in common. */
export type NaicsRelation = 6 | 5 | 4 | 3 | 'sector' | 'none';

const SECTOR_OF_PREFIX: ReadonlyMap<string, string> = new Map([
  ...['11', '21', '22', '23', '42', '51', '52', '53', '54', '55', '56', '61', '62', '71', '72', '81', '92'].map(
    (code) => [code, code] as const,
  ),
  ...['31', '32', '33', '31-33'].map((code) => [code, '31-33'] as const),
  ...['44', '45', '44-45'].map((code) => [code, '44-45'] as const),
  ...['48', '49', '48-49'].map((code) => [code, '48-49'] as const),
]);

const isSectorRange = (code: string): boolean => code.includes('-') && SECTOR_OF_PREFIX.has(code);

/** The code without surrounding blanks, or undefined where it is no NAICS code of two to six digits in a known sector. */
export function parseNaics(text: string | null | undefined): string | undefined {
  const code = text?.trim() ?? '';
  if (isSectorRange(code)) return code;
  return /^\d{2,6}$/.test(code) && SECTOR_OF_PREFIX.has(code.slice(0, 2)) ? code : undefined;
}

/** The sector with its range folded: `31-33` for 332710. Undefined for what is no NAICS code. */
export function naicsSector(text: string | null | undefined): string | undefined {
  const code = parseNaics(text);
  return code && SECTOR_OF_PREFIX.get(isSectorRange(code) ? code : code.slice(0, 2));
}

export function naicsLevel(text: string | null | undefined): NaicsLevel | undefined {
  const code = parseNaics(text);
  if (code === undefined) return undefined;
  if (isSectorRange(code)) return 2;
  return ([2, 3, 4, 5, 6] as const).find((level) => level === code.length);
}

/** The broader codes of a code, narrowest first: 332710 gives 33271, 3327, 332, 31-33. */
export function naicsAncestors(text: string | null | undefined): string[] {
  const code = parseNaics(text);
  const sector = naicsSector(code);
  if (code === undefined || sector === undefined || isSectorRange(code) || code.length === 2) return [];
  const between = [5, 4, 3].filter((length) => length < code.length).map((length) => code.slice(0, length));
  return [...between, sector];
}

/** A national industry whose sixth digit is 0 is its five-digit industry under another name (Census Bureau, NAICS 2022). */
const undivided = (code: string): string => (code.length === 6 && code.endsWith('0') ? code.slice(0, 5) : code);

/**
 * How closely two codes are related; codes of two to five digits occur in notices and compare as far as they reach.
 * Two five-digit codes share level 5 at most: alone they do not say whether their industry is divided further.
 * Missing or invalid codes never match anything.
 */
export function naicsRelation(left: string | null | undefined, right: string | null | undefined): NaicsRelation {
  const [a, b] = [parseNaics(left), parseNaics(right)];
  if (a === undefined || b === undefined) return 'none';
  if (Math.max(a.length, b.length) === 6 && undivided(a) === undivided(b)) return 6;
  const shared = ([5, 4, 3] as const).find(
    (length) => a.length >= length && a.slice(0, length) === b.slice(0, length) && !isSectorRange(a),
  );
  return shared ?? (naicsSector(a) === naicsSector(b) ? 'sector' : 'none');
}
