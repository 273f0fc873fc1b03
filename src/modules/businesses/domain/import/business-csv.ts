import type { CsvCell } from '../../../../common/text/csv';
import { type Business, MOST_CODES, MOST_ENTRIES, samStatuses } from '../business';
import { isUei, normaliseUei } from '../uei';
import { isWebAddress, LONGEST_WEB_ADDRESS } from '../web-address';
import { writeCell } from './csv-cell';
import { csvFields, type CsvFields } from './csv-fields';
import {
  readCageCell,
  readCertificationCell,
  readNaicsCell,
  readPlainCodes,
  writeCageCell,
  writeCertificationCell,
  writeNaicsCell,
  writePlainCodes,
} from './csv-lists';
import { naicsRemarks, pscRemarks, samTypeRemarks } from './import-remarks';
import type { ImportedBusiness, KnownCodes, ParsedRow } from './imported-business';
import { samEntityColumns } from './sam-entity-layout';

/**
 * Our own layout of a file of businesses, the same for import and export. Every column is there, and only companyName must
 * be filled. Several entries of one cell are separated by `;`. Numbers of the tax office (EIN) have no column on purpose.
 */
export const businessCsvColumns = [
  /** 1 to 100 characters, with single blanks. */
  'companyName',
  /** Name it does business under, at most 100 characters. */
  'dbaName',
  /** Twelve characters with a right check digit. */
  'ueiNumber',
  /** Nine digits; retired in 2022. */
  'dunsNumber',
  /** `3GUY7;1TCA0`, the primary one first; `;3GUY7` where none is primary. */
  'cageCodes',
  /** http or https, without a user name. */
  'websiteUrl',
  /** At most 5,000 characters. */
  'description',
  /** Legal form, at most 50 characters. */
  'businessType',
  /** `2X;LJ`: codes of SAM.gov. */
  'samBusinessTypes',
  /** Whole number. */
  'employeeCount',
  /** USD a year, at most two decimals. */
  'annualRevenue',
  /** `YYYY-MM-DD`. */
  'establishedOn',
  /** 1 to 12; blank means 12. */
  'fiscalYearEndMonth',
  /** Five digits. */
  'zipCode',
  /** Of the principal place of business, at most 100 characters. */
  'city',
  /** Two capitals. */
  'state',
  /** `active`, `submitted`, `inactive` or `expired`. */
  'samStatus',
  /** `YYYY-MM-DD`; only with a status. */
  'samExpiresOn',
  /** `yes`, `no`, or blank for not stated. */
  'excluded',
  /** `541512*;541519;511210@2017`: the star marks the primary code, the year a code of an earlier NAICS. */
  'naicsCodes',
  /** `DA01;R425`. */
  'pscCodes',
  /** `hubzone:active:2025-01-01..2028-01-01;sdb:active`: program, status, and first and last day where known. */
  'certifications',
] as const;
export type BusinessCsvColumn = (typeof businessCsvColumns)[number];

const LONGEST_NAME = 100;
const LONGEST_DESCRIPTION = 5_000;
const LONGEST_TYPE = 50;
const MOST_EMPLOYEES = 10_000_000;

/** Which layout a header line announces. A file of ours may still lack columns: `checkColumns` says which. */
export const detectLayout = (header: readonly string[]): 'sam-entities' | 'csv' | undefined => {
  if (samEntityColumns.every((column) => header.includes(column))) return 'sam-entities';
  return header.includes('companyName') ? 'csv' : undefined;
};

/** What is wrong with the header line of a file of ours; undefined where nothing is. */
export const checkColumns = (header: readonly string[]): string | undefined => {
  const known: readonly string[] = businessCsvColumns;
  const complaints = [
    ['unknown', header.filter((column) => !known.includes(column))],
    ['repeated', header.filter((column, index) => known.includes(column) && header.indexOf(column) !== index)],
    ['missing', known.filter((column) => !header.includes(column))],
  ] as const;
  const sentences = complaints
    .filter(([, columns]) => columns.length > 0)
    .map(([what, columns]) => `Columns ${what}: ${[...new Set(columns)].map((name) => name || '(blank)').join(', ')}.`);
  return sentences.length > 0 ? sentences.join(' ') : undefined;
};

/** The firm that a row of our layout describes. Every wrong value is named, so that a file is mended in one go. */
export const parseBusinessCsv = (record: Readonly<Record<string, string>>, known: KnownCodes): ParsedRow => {
  const fields = csvFields<BusinessCsvColumn>(record);
  const naics = readNaicsCell(fields.code('naicsCodes'), known);
  const psc = readPlainCodes('pscCodes', fields.code('pscCodes'), 4, MOST_CODES);
  const types = readPlainCodes('samBusinessTypes', fields.code('samBusinessTypes'), 2, MOST_ENTRIES);
  const cages = readCageCell(fields.code('cageCodes'));
  const certifications = readCertificationCell(fields.code('certifications'), known);
  const companyName = fields.name('companyName', LONGEST_NAME);
  const business = {
    origin: 'csv',
    companyName: companyName ?? '',
    ...readIdentity(fields),
    ...readFigures(fields),
    ...readStanding(fields),
    samBusinessTypes: types.entries,
    naicsCodes: naics.entries,
    pscCodes: psc.entries,
    cageCodes: cages.entries,
    certifications: certifications.entries,
  } as const;
  const lists = [types, cages, naics, psc, certifications];
  const problems = [
    ...(fields.code('companyName') === '' ? ['companyName: must be filled.'] : []),
    ...fields.problems,
    ...(fields.code('samStatus') === '' && fields.code('samExpiresOn') !== ''
      ? ['samExpiresOn: stands without a samStatus.']
      : []),
    ...lists.flatMap((list) => list.problems),
  ];
  if (problems.length > 0) return { rejected: problems.join(' ') };
  const remarks = [
    ...lists.flatMap((list) => list.remarks),
    ...naicsRemarks(naics.entries),
    ...pscRemarks(psc.entries, known),
    ...samTypeRemarks(types.entries),
  ];
  return { business, remarks };
};

type Fields = CsvFields<BusinessCsvColumn>;

const matchOf =
  (shape: RegExp) =>
  (text: string): string | undefined =>
    shape.exec(text)?.[0];

const readIdentity = (
  fields: Fields,
): Pick<ImportedBusiness, 'dbaName' | 'ueiNumber' | 'dunsNumber' | 'websiteUrl' | 'description' | 'businessType'> => ({
  dbaName: fields.name('dbaName', LONGEST_NAME),
  ueiNumber: fields.matching(
    'ueiNumber',
    (text) => (isUei(text) ? normaliseUei(text) : undefined),
    'a Unique Entity ID of twelve characters with a right check digit',
  ),
  dunsNumber: fields.matching('dunsNumber', matchOf(/^\d{9}$/), 'nine digits'),
  websiteUrl: fields.matching(
    'websiteUrl',
    (text) => (isWebAddress(text) ? text : undefined),
    `an http or https address of at most ${LONGEST_WEB_ADDRESS} characters`,
  ),
  description: fields.text('description', LONGEST_DESCRIPTION),
  businessType: fields.text('businessType', LONGEST_TYPE),
});

const readFigures = (
  fields: Fields,
): Pick<ImportedBusiness, 'employeeCount' | 'annualRevenue' | 'establishedOn' | 'fiscalYearEndMonth'> => ({
  employeeCount: fields.whole('employeeCount', 0, MOST_EMPLOYEES),
  annualRevenue: fields.usd('annualRevenue'),
  establishedOn: fields.day('establishedOn'),
  fiscalYearEndMonth: fields.whole('fiscalYearEndMonth', 1, 12),
});

const readStanding = (
  fields: Fields,
): Pick<ImportedBusiness, 'zipCode' | 'city' | 'state' | 'samRegistration' | 'excluded'> => {
  const status = fields.choice('samStatus', samStatuses);
  const expiresOn = fields.day('samExpiresOn');
  const excluded = fields.choice('excluded', ['yes', 'no']);
  return {
    zipCode: fields.matching('zipCode', matchOf(/^\d{5}$/), 'five digits'),
    city: fields.text('city', LONGEST_NAME),
    state: fields.matching('state', matchOf(/^[A-Z]{2}$/), 'the two capitals of a state'),
    samRegistration: status && { status, expiresOn },
    excluded: excluded && excluded === 'yes',
  };
};

const writeText = (text: string | null): string | null => text && writeCell(text);

/** A profile in the columns of our layout, to be written by `toCsv`. What the layout has no column for is left out. */
export const toBusinessCsvRow = (business: Business): Record<BusinessCsvColumn, CsvCell> => {
  const principal = business.addresses.find(({ kind }) => kind === 'principal');
  return {
    companyName: writeCell(business.companyName),
    dbaName: writeText(business.dbaName),
    ueiNumber: business.ueiNumber,
    dunsNumber: business.dunsNumber,
    cageCodes: writeCageCell(business.cageCodes),
    websiteUrl: writeText(business.websiteUrl),
    description: writeText(business.description),
    businessType: writeText(business.businessType),
    samBusinessTypes: writePlainCodes(business.samBusinessTypes),
    employeeCount: business.employeeCount,
    annualRevenue: business.annualRevenue,
    establishedOn: business.establishedOn,
    fiscalYearEndMonth: business.fiscalYearEndMonth,
    zipCode: business.zipCode,
    city: writeText(principal?.city ?? null),
    state: principal?.state,
    samStatus: business.samRegistration?.status,
    samExpiresOn: business.samRegistration?.expiresOn,
    excluded: business.excluded === null ? null : business.excluded ? 'yes' : 'no',
    naicsCodes: writeNaicsCell(business.naicsCodes),
    pscCodes: writePlainCodes(business.pscCodes.map(({ code }) => code)),
    certifications: writeCertificationCell(business.certifications),
  };
};
