import type { Business } from '../domain/business';

type ListField =
  | 'naicsCodes'
  | 'pscCodes'
  | 'certifications'
  | 'services'
  | 'pastPerformance'
  | 'cageCodes'
  | 'licences'
  | 'addresses'
  | 'sizeHistory';

/** The columns of the profile itself, without its lists. */
export type BusinessRow = Omit<Business, ListField>;

/** An EIN as it lies in the row. */
export interface SealedEin {
  readonly einKeyId: string | null;
  readonly einSealed: Buffer | null;
  readonly einLastFour: string | null;
}

export type BusinessChanges = Partial<Omit<BusinessRow, 'id' | 'version' | 'matchRevision' | 'createdAt'> & SealedEin>;
