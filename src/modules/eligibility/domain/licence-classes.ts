/** Which classes of Utah contractor licences the work under a NAICS code needs. */
export interface NeededLicence {
  /** Beginning of the NAICS codes it is about. */
  readonly naics: string;
  /** Classes that cover the work, by themselves. */
  readonly covers: RegExp;
  /** Classes that cover some of the work under the code; the firm must check that they cover this. */
  readonly coversSome: RegExp;
  /** For the question. */
  readonly asked: string;
  /** Whether no class but these will do, so that one of them that has ended decides against. */
  readonly isComplete: boolean;
}

const NONE = /^$/;

/** Electrical and plumbing classes were numbered S200 to S217 until 2017, and may still be written so. */
const ELECTRICAL = /^[ES]20[0-2]$/;
const SPECIALTY_OR_PLUMBING = /^(?:S\d{3}|P20[01])$/;
const ANY_SPECIALTY = /^(?:S\d{3}|P20[01]|E20[0-2])$/;
const SPECIALTY_OR_GENERAL_BUILDING = /^(?:S\d{3}|B100)$/;

/**
 * Utah Admin. Code R156-55a-301, table 1; the first that fits holds.
 *
 * - R100 covers homes of up to four units and small commercial buildings, so it covers some of residential building. It
 *   might cover a small building under 2362 as well; there it is not taken for enough and the class is asked for.
 * - A trade (238) has a specialty class of its own, and the code does not tell which: one that is held counts, and the
 *   firm is told to check it. B100 includes the scope of every specialty but electrical, plumbing, heating and
 *   air-conditioning, elevators and factory-built housing, so it counts where the trade cannot be one of those.
 *   E100 includes none by the rule's text and is asked about.
 * - An ended class decides against in building and heavy works only: in a trade another class may be the right one.
 */
const NEEDED: readonly NeededLicence[] = [
  { naics: '2361', covers: /^B100$/, coversSome: /^R100$/, asked: 'R100 or B100', isComplete: true },
  { naics: '236', covers: /^B100$/, coversSome: NONE, asked: 'B100', isComplete: true },
  { naics: '237', covers: /^E100$/, coversSome: NONE, asked: 'E100', isComplete: true },
  ...['2381', '2383', '2389'].map((naics) => ({
    naics,
    covers: NONE,
    coversSome: SPECIALTY_OR_GENERAL_BUILDING,
    asked: 'S (the specialty of this trade) or B100',
    isComplete: false,
  })),
  {
    naics: '23821',
    covers: NONE,
    coversSome: ELECTRICAL,
    asked: 'E200 (E201 for homes, E202 for solar)',
    isComplete: false,
  },
  {
    naics: '23822',
    covers: NONE,
    coversSome: SPECIALTY_OR_PLUMBING,
    asked: 'P200 (plumbing), S350 (heating and air-conditioning) or the specialty of this trade',
    isComplete: false,
  },
  {
    naics: '238',
    covers: NONE,
    coversSome: ANY_SPECIALTY,
    asked: 'S (the specialty of this trade)',
    isComplete: false,
  },
];

/** Undefined where a code as short as `23` leaves open what is built. */
export const neededLicence = (naicsCode: string): NeededLicence | undefined =>
  NEEDED.find(({ naics }) => naicsCode.startsWith(naics));

/** `B100` in "b-100" and "B100 General Building"; undefined for what begins with no class. */
export function licenceClass(text: string): string | undefined {
  const [, letter, digits] = /^\s*([a-z])[\s-]*(\d{3})(?!\d)/i.exec(text) ?? [];
  return letter === undefined || digits === undefined ? undefined : `${letter.toUpperCase()}${digits}`;
}
