import type { Buyer, Opportunity, Place } from '../../../opportunities';
import type { TermVector } from '../text/term-vector';
import type { FeatureFacts } from './business-features';
import type { BuyerKeys, OpportunityFeatures, WorkPlace } from './features';
import { buyerKey, naicsOrNull } from './normalise';
import { productCode } from './product-code';

/** The parts of an opportunity that can change a score. */
export interface MatchableOpportunity extends Pick<
  Opportunity,
  | 'id'
  | 'title'
  | 'naicsCode'
  | 'pscCode'
  | 'buyer'
  | 'placeOfPerformance'
  | 'officePlace'
  | 'countyFips'
  | 'responseDeadline'
> {
  /** USD; null where no estimate is published. */
  readonly estimatedValueUsd: number | null;
}

function buyerOf({ department, subTier, office }: Buyer): BuyerKeys | null {
  const keys = { department: buyerKey(department), subTier: buyerKey(subTier), office: buyerKey(office) };
  return keys.department === null && keys.subTier === null && keys.office === null ? null : keys;
}

const capitals = (text: string | null): string => (text ?? '').trim().toUpperCase();

/** Another country, or a region of one: sources write `DE-RP` into the state. */
const isAbroad = (country: string, state: string): boolean =>
  (country !== '' && country !== 'USA' && country !== 'US') ||
  (/^[A-Z]{2}-[A-Z0-9]+$/.test(state) && !state.startsWith('US-'));

/** Null where the source does not say which state; `N/A` and the like say nothing. */
function workPlace(
  place: Place,
  countyFips: string | null,
  origin: WorkPlace['origin'],
  { zip, counties }: FeatureFacts,
): WorkPlace | null {
  const stated = capitals(place.state);
  if (isAbroad(capitals(place.country), stated)) return { origin, state: null, county: null };
  const byZip = zip(place.zip);
  const state = /^[A-Z]{2}$/.test(stated) ? stated : byZip?.state;
  if (state === undefined) return null;
  const fips = countyFips ?? (byZip?.state === state ? byZip.countyFips : null);
  const county = fips === null ? undefined : counties.get(fips);
  return { origin, state, county: county ? { fips: county.fips, name: `${county.name} County` } : null };
}

/** What the engine compares of an opportunity. The place of performance counts, else the place of the buying office. */
export function opportunityFeatures(
  opportunity: MatchableOpportunity,
  terms: TermVector,
  facts: FeatureFacts,
): OpportunityFeatures {
  return {
    id: opportunity.id,
    naicsCode: naicsOrNull(opportunity.naicsCode),
    pscCode: productCode(opportunity.pscCode, opportunity.title, terms, facts),
    buyer: buyerOf(opportunity.buyer),
    place:
      workPlace(opportunity.placeOfPerformance, opportunity.countyFips, 'performance', facts) ??
      workPlace(opportunity.officePlace, null, 'office', facts),
    estimatedValueUsd: opportunity.estimatedValueUsd,
    dueAt: opportunity.responseDeadline?.at.getTime() ?? null,
    terms,
  };
}
