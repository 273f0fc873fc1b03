/** Emitted after the commit that changed them; at most `MOST_IDS_PER_EVENT` ids an event. A hint: the rows tell the truth. */
export const OPPORTUNITIES_CHANGED = 'opportunities.changed';
export const MOST_IDS_PER_EVENT = 500;

export interface OpportunitiesChanged {
  readonly opportunityIds: readonly string[];
}
