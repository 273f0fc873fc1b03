/** Which classes of Utah contractor licences the work under a NAICS code needs. */
export interface NeededLicence {
  /** Beginning of the NAICS codes it is about. */
  readonly naics: string;
  /** Classes whose scope holds all work under the code. */
  readonly covers: RegExp;
  /** Classes whose scope may hold some of the work under the code, perhaps this: the firm has to say. */
  readonly coversSome: RegExp;
  /** For the question: those that cover, so that a yes settles it; others only where none covers all work. */
  readonly asked: string;
  /** Whether little but `covers` will do, so that one of these that has ended decides against. */
  readonly isComplete: boolean;
}

/** Electrical and plumbing classes were numbered S200 to S217 until 2017, and may still be written so. */
const GENERAL_ELECTRICAL = /^[ES]200$/;
const LIMITED_ELECTRICAL = /^[ES]20[12]$/;
const SPECIALTY_OR_PLUMBING = /^(?:S\d{3}|H100|P20[01])$/;
const ANY_SPECIALTY = /^(?:S\d{3}|H100|P20[01]|E20[0-2])$/;
const SPECIALTY = /^S\d{3}$/;
const GENERAL_BUILDING = /^B100$/;

const building = (naics: string, covers: RegExp, coversSome: RegExp, asked: string): NeededLicence => ({
  ...{ naics, covers, coversSome, asked },
  isComplete: true,
});

const trade = (naics: string, covers: RegExp, coversSome: RegExp, asked: string): NeededLicence => ({
  ...{ naics, covers, coversSome, asked },
  isComplete: false,
});

/** Trades that have the very name of a specialty. */
const NAMESAKES: readonly (readonly [naics: string, specialty: string, name: string])[] = [
  ['238160', 'S280', 'roofing'],
  ['238310', 'S270', 'drywall, paint and plastering'],
  ['238320', 'S270', 'drywall, paint and plastering'],
  ['238330', 'S220', 'carpentry and flooring'],
  ['238350', 'S220', 'carpentry and flooring'],
  ['238910', 'S310', 'foundation, excavation and demolition'],
];

/**
 * Utah Admin. Code R156-55a-301, table 1; the first that fits holds.
 *
 * - R100 covers homes of up to four units and small commercial buildings, R101 their repair without structural change: they
 *   cover single-family homes, and some of all other building.
 * - B100 includes the scope of every specialty but electrical, plumbing, heating and air-conditioning, elevators and
 *   factory-built housing, so it covers the trades that cannot be one of those. E100 includes none by the rule's text.
 * - Any other trade (238) has a specialty of its own, which its code does not tell: one that is held is asked about.
 * - An ended class decides against in building and heavy works only: in a trade another class may be the right one.
 */
const NEEDED: readonly NeededLicence[] = [
  building('236115', /^(?:B100|R100)$/, /^R101$/, 'R100 or B100'),
  building('236', GENERAL_BUILDING, /^R10[01]$/, 'B100'),
  building('237', /^E100$/, /^S(?:260|310|390|410)$/, 'E100'),
  ...NAMESAKES.map(([naics, specialty, name]) =>
    trade(naics, new RegExp(`^(?:B100|${specialty})$`), SPECIALTY, `${specialty} (${name}) or B100`),
  ),
  ...['2381', '2383', '2389'].map((naics) => trade(naics, GENERAL_BUILDING, SPECIALTY, 'B100')),
  trade('23821', GENERAL_ELECTRICAL, LIMITED_ELECTRICAL, 'E200'),
  trade(
    '23822',
    /^$/,
    SPECIALTY_OR_PLUMBING,
    'P200 (plumbing), H100 (heating and air-conditioning) or the specialty of this trade',
  ),
  trade('238', /^$/, ANY_SPECIALTY, 'S (the specialty of this trade)'),
];

/** Undefined where a code as short as `23` leaves open what is built. */
export const neededLicence = (naicsCode: string): NeededLicence | undefined =>
  NEEDED.find(({ naics }) => naicsCode.startsWith(naics));

/** A letter that begins a word and three digits; what joins them is left out. */
const CLASS = /(?<!\p{L})[a-z][\s-]*\d{3}(?!\d)/giu;

const TITLE =
  '(?:general|residential|small|commercial|building|engineering|electrical|plumbing|specialty|contractor|class|licen[cs]e)';
const TITLED = `(?:${TITLE}\\s+)*[a-z][\\s-]*\\d{3}(?!\\d)(?:\\s+${TITLE})*`;
/** A plain list with nothing but titles around the classes: behind other words a class may be one that is not held. */
const LIST = new RegExp(`^\\s*${TITLED}(?:\\s*(?:[,;/+&\\s]|\\band\\b)\\s*${TITLED})*`, 'iu');

/** The classes that a text lists: `E100` and `B100` in "e-100 and B100 General Building", `R100` in "R100 (B100 applied for)". */
export const licenceClasses = (text: string): readonly string[] => {
  const [list = ''] = LIST.exec(text) ?? [];
  return Array.from(list.matchAll(CLASS), ([found]) => found.replace(/[\s-]/g, '').toUpperCase());
};
