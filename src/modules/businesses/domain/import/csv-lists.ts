import {
  type BusinessNaicsCode,
  type CageCode,
  type Certification,
  certificationStatuses,
  MOST_CODES,
  MOST_ENTRIES,
  naicsVersions,
} from '../business';
import { isCage, normaliseCage } from '../cage';
import { isCalendarDay } from './calendar-day';
import { type CodeList, readCodes, splitList } from './code-list';
import type { ImportedBusiness, KnownCodes } from './imported-business';

type ImportedNaics = ImportedBusiness['naicsCodes'][number];
type ImportedCage = ImportedBusiness['cageCodes'][number];
type ImportedCertification = ImportedBusiness['certifications'][number];

const SEPARATOR = ';';
const NAICS = /^(\d{6})(?:@(\d{4}))?(\*?)$/;
/** `program:status`, and where a day is known `:first..last`, either of which may be blank. */
const CERTIFICATION = /^([a-z0-9]+):([a-z]+)(?::([\d-]*)\.\.([\d-]*))?$/;

/** `541512*;541519;511210@2017`: the star marks the primary code; a code of an earlier NAICS names it. */
export const readNaicsCell = (cell: string, known: KnownCodes): CodeList<ImportedNaics> => {
  const list = readCodes(splitList(cell, SEPARATOR), {
    column: 'naicsCodes',
    expected: 'NAICS code such as 541512, 541512* or 511210@2017',
    most: MOST_CODES,
    read: readNaicsEntry,
    codeOf: ({ code }) => code,
    merge: (earlier, later) =>
      earlier.version === later.version ? { ...earlier, isPrimary: earlier.isPrimary || later.isPrimary } : undefined,
  });
  const primaries = list.entries.filter(({ isPrimary }) => isPrimary).length;
  const problems = list.entries
    .filter(({ code, version }) => version === '2022' && !known.isNaics2022(code))
    .map(({ code }) => `naicsCodes: ${code} is no code of NAICS 2022; write ${code}@2017 for one of NAICS 2017.`);
  if (primaries > 1) problems.push('naicsCodes: more than one code is marked as primary.');
  return { ...list, problems: [...list.problems, ...problems] };
};

const readNaicsEntry = (text: string): ImportedNaics | undefined => {
  const [, code, year = '2022', star] = NAICS.exec(text) ?? [];
  const version = naicsVersions.find((one) => one === year);
  return code === undefined || version === undefined
    ? undefined
    : { code, isPrimary: star === '*', version, samSize: null };
};

export const writeNaicsCell = (codes: readonly Omit<BusinessNaicsCode, 'id' | 'samSize'>[]): string =>
  codes
    .map(({ code, version, isPrimary }) => `${code}${version === '2022' ? '' : `@${version}`}${isPrimary ? '*' : ''}`)
    .join(SEPARATOR);

/** `3GUY7;1TCA0`: the first one is primary. With the first place left blank, `;3GUY7`, none is. */
export const readCageCell = (cell: string): CodeList<ImportedCage> => {
  const list = readCodes(splitList(cell, SEPARATOR), {
    column: 'cageCodes',
    expected: 'CAGE code of five characters, the first and the last of them digits',
    most: MOST_ENTRIES,
    read: (text) => (isCage(text) ? normaliseCage(text) : undefined),
    codeOf: (code) => code,
  });
  const hasPrimary = !cell.trim().startsWith(SEPARATOR);
  return { ...list, entries: list.entries.map((code, index) => ({ code, isPrimary: hasPrimary && index === 0 })) };
};

export const writeCageCell = (codes: readonly Omit<CageCode, 'id'>[]): string => {
  const primary = codes.filter(({ isPrimary }) => isPrimary);
  const others = codes.filter(({ isPrimary }) => !isPrimary).map(({ code }) => code);
  if (others.length === 0) return primary.map(({ code }) => code).join(SEPARATOR);
  return [primary[0]?.code ?? '', ...others].join(SEPARATOR);
};

/** `hubzone:active:2025-01-01..2028-01-01;8a:active:..2030-06-30;sdb:active`. */
export const readCertificationCell = (cell: string, known: KnownCodes): CodeList<ImportedCertification> =>
  readCodes(splitList(cell, SEPARATOR), {
    column: 'certifications',
    expected: 'certification such as hubzone:active:2025-01-01..2028-01-01 of a known program and status',
    most: MOST_ENTRIES,
    read: (text) => readCertification(text, known),
    codeOf: ({ program }) => program,
    merge: (earlier, later) => (writeCertification(earlier) === writeCertification(later) ? earlier : undefined),
  });

const readCertification = (text: string, known: KnownCodes): ImportedCertification | undefined => {
  const [, program, statusText, first = '', last = ''] = CERTIFICATION.exec(text) ?? [];
  const status = certificationStatuses.find((one) => one === statusText);
  if (program === undefined || status === undefined || !known.isProgram(program)) return undefined;
  if (!isTerm(first, last)) return undefined;
  return {
    program,
    status,
    certifier: null,
    number: null,
    validFrom: first || null,
    expiresOn: last || null,
    evidence: null,
  };
};

/** Two days of the calendar in their order, either of which may be blank. */
const isTerm = (first: string, last: string): boolean =>
  [first, last].every((day) => day === '' || isCalendarDay(day)) && (first === '' || last === '' || first <= last);

type Written = Pick<Certification, 'program' | 'status' | 'validFrom' | 'expiresOn'>;

const writeCertification = ({ program, status, validFrom, expiresOn }: Written): string =>
  validFrom === null && expiresOn === null
    ? `${program}:${status}`
    : `${program}:${status}:${validFrom ?? ''}..${expiresOn ?? ''}`;

export const writeCertificationCell = (certifications: readonly Written[]): string =>
  certifications.map(writeCertification).join(SEPARATOR);

/** Product or service codes, and business types of SAM.gov: codes of a few capitals and digits. */
export const readPlainCodes = (column: string, cell: string, longest: number, most: number): CodeList<string> =>
  readCodes(splitList(cell, SEPARATOR), {
    column,
    expected: `code of at most ${longest} letters and digits`,
    most,
    read: (text) => new RegExp(`^[A-Z0-9]{1,${longest}}$`).exec(text.toUpperCase())?.[0],
    codeOf: (code) => code,
  });

export const writePlainCodes = (codes: readonly string[]): string => codes.join(SEPARATOR);
