/** Emitted after the commit of a change that can alter a match of this business. A hint: the rows tell the truth. */
export const BUSINESS_MATCH_DATA_CHANGED = 'business.match-data-changed';

export interface BusinessMatchDataChanged {
  readonly businessId: string;
  readonly matchRevision: number;
}
