import {
  type BusinessAddress,
  type BusinessNaicsCode,
  type BusinessPscCode,
  type BusinessService,
  type CageCode,
  type Certification,
  type Licence,
  MOST_CODES,
  MOST_ENTRIES,
  type PastPerformance,
  type SizeRecord,
} from './business';

/** The lists of a profile, by the name they have in the API. */
export interface BusinessParts {
  'naics-codes': BusinessNaicsCode;
  'psc-codes': BusinessPscCode;
  'cage-codes': CageCode;
  certifications: Certification;
  licences: Licence;
  addresses: BusinessAddress;
  services: BusinessService;
  'past-performance': PastPerformance;
  'size-history': SizeRecord;
}

export type PartKind = keyof BusinessParts;
export type NewPart<Kind extends PartKind> = Omit<BusinessParts[Kind], 'id'>;

interface PartRules {
  /** Entries that one profile lists at most. */
  readonly most: number;
  /** Only the owner and administrators see it. */
  readonly isPrivate: boolean;
  /** Whether a change can alter a match. */
  readonly isMatched: boolean;
}

export const partRules: Readonly<Record<PartKind, PartRules>> = {
  'naics-codes': { most: MOST_CODES, isPrivate: false, isMatched: true },
  'psc-codes': { most: MOST_CODES, isPrivate: false, isMatched: true },
  'cage-codes': { most: MOST_ENTRIES, isPrivate: false, isMatched: false },
  certifications: { most: MOST_ENTRIES, isPrivate: false, isMatched: true },
  licences: { most: MOST_ENTRIES, isPrivate: true, isMatched: true },
  addresses: { most: MOST_ENTRIES, isPrivate: true, isMatched: false },
  services: { most: MOST_ENTRIES, isPrivate: false, isMatched: true },
  'past-performance': { most: MOST_ENTRIES, isPrivate: true, isMatched: true },
  // Sixty months of headcount and of assets, and a firm's receipts since it began.
  'size-history': { most: 300, isPrivate: true, isMatched: true },
};
