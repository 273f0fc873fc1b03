import { type Business, NO_EXCLUSIONS } from '../../src/modules/businesses/domain/business';
import type { ProfileContent } from '../../src/modules/businesses/domain/import/profile-content';

const withIds = <Entry extends object>(entries: readonly Entry[]): (Entry & { id: string })[] =>
  entries.map((entry, index) => ({ id: `entry-${index}`, ...entry }));

/** The profile that says what an import made of it, and nothing else. */
export const profileSaying = ({ fields, ...lists }: ProfileContent, origin: Business['origin']): Business => ({
  ...fields,
  id: 'business',
  ownerId: null,
  origin,
  visibility: 'public',
  ...{ einLastFour: null, stateLicenseNumber: null, bondingSingleUsd: null, bondingAggregateUsd: null },
  ...{ contractValueMinUsd: null, contractValueMaxUsd: null, serviceArea: null, ownExclusions: NO_EXCLUSIONS },
  verifiedAt: null,
  naicsCodes: withIds(lists.naicsCodes),
  pscCodes: withIds(lists.pscCodes),
  cageCodes: withIds(lists.cageCodes),
  certifications: withIds(lists.certifications),
  addresses: withIds(lists.addresses),
  ...{ services: [], pastPerformance: [], licences: [], sizeHistory: [] },
  ...{ matchRevision: 1, version: 1, createdAt: new Date(0), updatedAt: new Date(0) },
});
