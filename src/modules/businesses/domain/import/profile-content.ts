import type { Business, Certification } from '../business';
import type { NewPart } from '../business-parts';
import type { ImportedBusiness } from './imported-business';
import { isStatedBySamEntity } from './sam-entity-programs';

/** The fields of a profile itself that an import writes. */
export type ImportedFields = Pick<
  Business,
  | 'companyName'
  | 'dbaName'
  | 'ueiNumber'
  | 'dunsNumber'
  | 'description'
  | 'websiteUrl'
  | 'businessType'
  | 'samBusinessTypes'
  | 'employeeCount'
  | 'annualRevenue'
  | 'establishedOn'
  | 'fiscalYearEndMonth'
  | 'zipCode'
  | 'samRegistration'
  | 'excluded'
  | 'excludedStatedOn'
>;

/** The lists that an import writes. Of addresses that is the principal one alone. */
export interface ImportedLists {
  readonly naicsCodes: readonly NewPart<'naics-codes'>[];
  readonly pscCodes: readonly NewPart<'psc-codes'>[];
  readonly cageCodes: readonly NewPart<'cage-codes'>[];
  readonly certifications: readonly NewPart<'certifications'>[];
  readonly addresses: readonly NewPart<'addresses'>[];
}

/** What a profile says after an import, as far as imports say anything. */
export interface ProfileContent extends ImportedLists {
  readonly fields: ImportedFields;
}

/** Completes an address by what follows from its ZIP code. */
type Locate = (address: NewPart<'addresses'>) => NewPart<'addresses'>;

/** When and by which facts a row is taken in. */
export interface ImportContext {
  /** Utah day: what is said of SAM.gov grows old from then on. */
  readonly today: string;
  readonly locate: Locate;
}

/** A profile says when its fiscal year ends; where nobody does, with the calendar year, as most do. */
const DECEMBER = 12;

/** What a firm that nobody described before is to say. */
export const contentOf = (imported: ImportedBusiness, context: ImportContext): ProfileContent => ({
  fields: {
    ...stated({ ...imported, fiscalYearEndMonth: imported.fiscalYearEndMonth ?? DECEMBER }),
    samRegistration: imported.samRegistration && { ...imported.samRegistration, statedOn: context.today },
    excludedStatedOn: imported.excluded === null ? null : context.today,
  },
  naicsCodes: imported.naicsCodes,
  pscCodes: imported.pscCodes.map((code) => ({ code })),
  cageCodes: imported.cageCodes,
  certifications: imported.certifications,
  addresses: principalOf(imported, context),
});

/** What a profile is to say once a row has told of the firm again. What the layout cannot tell stays as it is. */
export const contentAfter = (stored: Business, imported: ImportedBusiness, context: ImportContext): ProfileContent =>
  imported.origin === 'sam-entities'
    ? afterSamEntity(stored, imported, context)
    : afterBusinessCsv(stored, imported, context);

const afterBusinessCsv = (stored: Business, imported: ImportedBusiness, context: ImportContext): ProfileContent => {
  const { fields, ...lists } = contentOf(imported, context);
  return {
    ...lists,
    fields: {
      ...fields,
      samRegistration: keptRegistration(stored, imported) ?? fields.samRegistration,
      excludedStatedOn: stored.excluded === imported.excluded ? stored.excludedStatedOn : fields.excludedStatedOn,
    },
    naicsCodes: lists.naicsCodes.map((entry) => ({
      ...entry,
      samSize: stored.naicsCodes.find(({ code }) => code === entry.code)?.samSize ?? null,
    })),
    certifications: lists.certifications.map((entry) => asBefore(stored, entry)),
    addresses: isPlacedByZipCodeAlone(stored, imported)
      ? []
      : lists.addresses.map((address) => withStreet(stored, address)),
  };
};

/** Who certified it, under which number and what shows it was said of this status and this term, and of no other. */
const asBefore = (stored: Business, entry: NewPart<'certifications'>): NewPart<'certifications'> => {
  const before = stored.certifications.find(({ program }) => program === entry.program);
  const isSame =
    before?.status === entry.status && before.validFrom === entry.validFrom && before.expiresOn === entry.expiresOn;
  return isSame ? withoutId(before) : entry;
};

const withoutId = ({ id: _, ...certification }: Certification): NewPart<'certifications'> => certification;

/** Whether the row says no more of the place than a profile without an address does. */
const isPlacedByZipCodeAlone = (stored: Business, { zipCode, city, state }: ImportedBusiness): boolean =>
  principalAddress(stored) === undefined && zipCode === stored.zipCode && city === null && state === null;

/** The extract holds neither names nor figures, one CAGE code of perhaps several, and little of certifications. */
const afterSamEntity = (stored: Business, imported: ImportedBusiness, context: ImportContext): ProfileContent => {
  const zipCode = imported.zipCode ?? stored.zipCode;
  const state = imported.state ?? principalAddress(stored)?.state ?? null;
  return {
    fields: {
      ...stated(stored),
      businessType: imported.businessType ?? stored.businessType,
      samBusinessTypes: imported.samBusinessTypes,
      establishedOn: imported.establishedOn ?? stored.establishedOn,
      fiscalYearEndMonth: imported.fiscalYearEndMonth ?? stored.fiscalYearEndMonth,
      zipCode,
      samRegistration: stored.samRegistration,
      excludedStatedOn: stored.excludedStatedOn,
    },
    naicsCodes: imported.naicsCodes.map((entry) => ({
      ...entry,
      isPrimary: stored.naicsCodes.some(({ code, isPrimary }) => isPrimary && code === entry.code),
    })),
    pscCodes: imported.pscCodes.map((code) => ({ code })),
    cageCodes: stored.cageCodes.map(({ code, isPrimary }) => ({ code, isPrimary })),
    certifications: certificationsAfterSam(stored, imported),
    addresses: principalOf({ zipCode, city: cityOf(stored, zipCode), state }, context).map((address) =>
      withStreet(stored, address),
    ),
  };
};

/** The extract is of 2020: it changes and takes away only what it stated itself, and adds what nobody else states. */
const certificationsAfterSam = (stored: Business, imported: ImportedBusiness): ProfileContent['certifications'] => {
  const others = stored.certifications.map(withoutId).filter((certification) => !isStatedBySamEntity(certification));
  const programs = new Set(others.map(({ program }) => program));
  return [...imported.certifications.filter(({ program }) => !programs.has(program)), ...others];
};

type Stated = Omit<ImportedFields, 'samRegistration' | 'excludedStatedOn'>;

const stated = (from: Stated): Stated => ({
  companyName: from.companyName,
  dbaName: from.dbaName,
  ueiNumber: from.ueiNumber,
  dunsNumber: from.dunsNumber,
  description: from.description,
  websiteUrl: from.websiteUrl,
  businessType: from.businessType,
  samBusinessTypes: from.samBusinessTypes,
  employeeCount: from.employeeCount,
  annualRevenue: from.annualRevenue,
  establishedOn: from.establishedOn,
  fiscalYearEndMonth: from.fiscalYearEndMonth,
  zipCode: from.zipCode,
  excluded: from.excluded,
});

/** The same said again keeps its day: reading a file twice is no newer word. */
const keptRegistration = (
  { samRegistration: before }: Business,
  { samRegistration: told }: ImportedBusiness,
): Business['samRegistration'] =>
  before && told && before.status === told.status && before.expiresOn === told.expiresOn ? before : null;

const principalAddress = ({ addresses }: Business): Business['addresses'][number] | undefined =>
  addresses.find(({ kind }) => kind === 'principal');

const cityOf = (stored: Business, zipCode: string | null): string | null => {
  const principal = principalAddress(stored);
  return principal?.zipCode === zipCode ? principal.city : null;
};

/** No address without a ZIP code: it says where the firm is. */
const principalOf = (
  { zipCode, city, state }: Pick<ImportedBusiness, 'zipCode' | 'city' | 'state'>,
  { locate }: ImportContext,
): readonly NewPart<'addresses'>[] => {
  if (zipCode === null) return [];
  const found = { county: null, countyFips: null, latitude: null, longitude: null };
  return [locate({ kind: 'principal', line1: null, line2: null, city, state, zipCode, ...found })];
};

/** The street stays while the ZIP code does. */
const withStreet = (stored: Business, address: NewPart<'addresses'>): NewPart<'addresses'> => {
  const principal = principalAddress(stored);
  if (principal?.zipCode !== address.zipCode) return address;
  return { ...address, line1: principal.line1, line2: principal.line2 };
};
