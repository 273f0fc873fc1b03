import { type FoldedNotices, foldNotices } from './fold-notices';
import { countyFipsOf, type FindZip, locate } from './location';
import type { Notice } from './notice';
import type { Location } from './opportunity';

/** What is stored of an opportunity that is read from notices. */
export interface OpportunityState {
  readonly id: string;
  readonly folded: FoldedNotices;
  readonly countyFips: string | null;
  readonly location: Location;
}

/** @throws RangeError without notices. */
export function opportunityState(id: string, notices: readonly Notice[], findZip: FindZip): OpportunityState {
  const folded = foldNotices(notices);
  return {
    id,
    folded,
    countyFips: countyFipsOf(folded.placeOfPerformance, findZip),
    location: locate(folded, findZip),
  };
}
