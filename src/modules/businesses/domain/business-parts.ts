import type { BusinessNaicsCode, BusinessPscCode, BusinessService, Certification, PastPerformance } from './business';

/** The lists of a profile, by the name they have in the API. */
export interface BusinessParts {
  'naics-codes': BusinessNaicsCode;
  'psc-codes': BusinessPscCode;
  certifications: Certification;
  services: BusinessService;
  'past-performance': PastPerformance;
}

export type PartKind = keyof BusinessParts;
export type NewPart<Kind extends PartKind> = Omit<BusinessParts[Kind], 'id'>;

export const MOST_PARTS_PER_KIND = 100;

/** Lists that only the owner and administrators see. */
export const privateParts: ReadonlySet<PartKind> = new Set<PartKind>(['past-performance']);
