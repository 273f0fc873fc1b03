import { MOST_CODES, MOST_ENTRIES, type SamSizeFlag } from '../business';
import { isCage, normaliseCage } from '../cage';
import { dayOfDigits } from './calendar-day';
import { type CodeList, readCodes, splitList } from './code-list';
import { naicsRemarks, pscRemarks, samTypeRemarks } from './import-remarks';
import type { ImportedBusiness, KnownCodes, ParsedRow } from './imported-business';
import { samEntityStructures } from './sam-business-types';
import { programOfSbaType, samEntityEvidence, selfRepresentedPrograms } from './sam-entity-programs';

/** Columns of the public extract of SAM.gov's entities of 2020, as SBA-certified firms were published from it. */
export const samEntityColumns = [
  'CAGE_CODE',
  'INITIAL_REGISTRATION_DATE',
  'PHYSICAL_ADDRESS_PROVINCE_OR_STATE',
  'PHYSICAL_ADDRESS_ZIP_POSTAL_CODE',
  'ENTITY_CONGRESSIONAL_DISTRICT',
  'BUSINESS_START_DATE',
  'FISCAL_YEAR_END_CLOSE_DATE',
  'ENTITY_STRUCTURE',
  'STATE_OF_INCORPORATION',
  'BUSINESS_TYPE_STRING',
  'NAICS_CODE_STRING',
  'PSC_CODE_STRING',
  'CREDIT_CARD_USAGE',
  'SBA_BUSINESS_TYPES_STRING',
] as const;
export type SamEntityColumn = (typeof samEntityColumns)[number];

type ImportedNaics = ImportedBusiness['naicsCodes'][number];
type ImportedCertification = ImportedBusiness['certifications'][number];

interface SbaType {
  readonly code: string;
  readonly expiresOn: string | null;
}

const SBA = 'U.S. Small Business Administration';

const SIZE_FLAGS: ReadonlyMap<string, SamSizeFlag | null> = new Map([
  ['Y', 'small'],
  ['N', 'other-than-small'],
  ['E', 'exception'],
  ['', null],
]);

/**
 * The firm that a row of the extract describes. Names were taken out of it, so the CAGE code names the firm. What the firm
 * says of its owners (`8W`, `8E`, `A5`, `QF` …) stays a business type and becomes no certification: for set-asides only
 * SBA's own counts, since 2020 for women (13 CFR part 127) and since the end of 2024 for veterans (13 CFR part 128). That
 * it was registered in SAM.gov in 2020 says nothing of its registration today.
 */
export const parseSamEntity = (record: Readonly<Record<string, string>>, known: KnownCodes): ParsedRow => {
  const cell = (column: SamEntityColumn): string => (record[column] ?? '').trim();
  const cage = normaliseCage(cell('CAGE_CODE'));
  const naics = readNaics(cell('NAICS_CODE_STRING'), known);
  const psc = readPsc(cell('PSC_CODE_STRING'));
  const types = readTypes(cell('BUSINESS_TYPE_STRING'));
  const sba = readSbaTypes(cell('SBA_BUSINESS_TYPES_STRING'));
  const problems = [
    ...(isCage(cage) ? [] : ['CAGE_CODE: not five characters of a CAGE code.']),
    ...[naics, psc, types, sba].flatMap((list) => list.problems),
  ];
  if (problems.length > 0) return { rejected: problems.join(' ') };
  const samBusinessTypes = withSbaTypes(types.entries, sba.entries);
  return {
    business: {
      ...NOT_IN_THE_EXTRACT,
      origin: 'sam-entities',
      companyName: `CAGE ${cage}`,
      businessType: samEntityStructures.get(cell('ENTITY_STRUCTURE')) ?? null,
      samBusinessTypes,
      establishedOn: dayOfDigits(cell('BUSINESS_START_DATE')) ?? null,
      fiscalYearEndMonth: monthOf(cell('FISCAL_YEAR_END_CLOSE_DATE')),
      zipCode: /^(\d{5})(?:-?\d{4})?$/.exec(cell('PHYSICAL_ADDRESS_ZIP_POSTAL_CODE'))?.[1] ?? null,
      state: /^[A-Z]{2}$/.exec(cell('PHYSICAL_ADDRESS_PROVINCE_OR_STATE'))?.[0] ?? null,
      naicsCodes: naics.entries,
      pscCodes: psc.entries,
      cageCodes: [{ code: cage, isPrimary: true }],
      certifications: certificationsOf(sba.entries, types.entries),
    },
    remarks: [
      ...[naics, psc, types, sba].flatMap((list) => list.remarks),
      ...naicsRemarks(naics.entries),
      ...pscRemarks(psc.entries, known),
      ...samTypeRemarks(samBusinessTypes),
    ],
  };
};

const NOT_IN_THE_EXTRACT = {
  dbaName: null,
  ueiNumber: null,
  dunsNumber: null,
  description: null,
  websiteUrl: null,
  employeeCount: null,
  annualRevenue: null,
  city: null,
  samRegistration: null,
  excluded: null,
} as const;

/** None is the primary one: this layout does not say which. What is not of NAICS 2022 is of NAICS 2017, SAM.gov's in 2020. */
const readNaics = (cell: string, known: KnownCodes): CodeList<ImportedNaics> =>
  readCodes(splitList(cell, '~'), {
    column: 'NAICS_CODE_STRING',
    expected: 'code of six digits with the flag Y, N, E or none',
    most: MOST_CODES,
    read: (text) => {
      const [, code, flag] = /^(\d{6})([YNE]?)$/.exec(text) ?? [];
      if (code === undefined || flag === undefined) return undefined;
      const version = known.isNaics2022(code) ? '2022' : '2017';
      return { code, isPrimary: false, version, samSize: SIZE_FLAGS.get(flag) ?? null };
    },
    codeOf: ({ code }) => code,
  });

const readPsc = (cell: string): CodeList<string> =>
  readCodes(splitList(cell, '~'), {
    column: 'PSC_CODE_STRING',
    expected: 'product or service code',
    most: MOST_CODES,
    read: (text) => /^[A-Z0-9]{1,4}$/.exec(text)?.[0],
    codeOf: (code) => code,
  });

const readTypes = (cell: string): CodeList<string> =>
  readCodes(splitList(cell, '~'), {
    column: 'BUSINESS_TYPE_STRING',
    expected: 'business type of one or two characters',
    most: MOST_ENTRIES,
    read: (text) => /^[A-Z0-9]{1,2}$/.exec(text)?.[0],
    codeOf: (code) => code,
  });

/** `A620220819`: the type, and the day on which it ends; `XX` and eight blanks where it does not say one. The last day counts. */
const readSbaTypes = (cell: string): CodeList<SbaType> =>
  readCodes(splitList(cell, '~'), {
    column: 'SBA_BUSINESS_TYPES_STRING',
    expected: 'business type of two characters with a day YYYYMMDD or none',
    most: MOST_ENTRIES,
    read: (text) => {
      const [, code, digits] = /^([A-Z0-9]{2})(\d{8})?$/.exec(text) ?? [];
      const expiresOn = digits === undefined ? null : dayOfDigits(digits);
      return code === undefined || expiresOn === undefined ? undefined : { code, expiresOn };
    },
    codeOf: ({ code }) => code,
    merge: (one, other) => ((one.expiresOn ?? '') >= (other.expiresOn ?? '') ? one : other),
  });

const withSbaTypes = (types: readonly string[], sba: readonly SbaType[]): readonly string[] => [
  ...new Set([...types, ...sba.map(({ code }) => code).filter((code) => !programOfSbaType.has(code))]),
];

const certificationsOf = (sba: readonly SbaType[], types: readonly string[]): readonly ImportedCertification[] => [
  ...sba.flatMap(({ code, expiresOn }) => {
    const program = programOfSbaType.get(code);
    const evidence = samEntityEvidence.certified;
    return program === undefined ? [] : [certification({ program, certifier: SBA, expiresOn, evidence })];
  }),
  ...selfRepresentedPrograms
    .filter((represented) => represented.types.some((type) => types.includes(type)))
    .map(({ program }) =>
      certification({ program, certifier: null, expiresOn: null, evidence: samEntityEvidence.selfCertified }),
    ),
];

/** Active as of the extract; the day on which it ends tells what it is worth now. */
const certification = (
  stated: Pick<ImportedCertification, 'program' | 'certifier' | 'expiresOn' | 'evidence'>,
): ImportedCertification => ({ ...stated, status: 'active', number: null, validFrom: null });

/** Of `MMDD`. */
const monthOf = (text: string): number | null => {
  const [, month] = /^(0[1-9]|1[0-2])\d{2}$/.exec(text) ?? [];
  return month === undefined ? null : Number(month);
};
