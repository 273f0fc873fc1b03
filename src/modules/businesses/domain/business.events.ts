/** Emitted after the commit of a change that can alter a match of this business. A hint: the rows tell the truth. */
export const BUSINESS_MATCH_DATA_CHANGED = 'business.match-data-changed';

export interface BusinessMatchDataChanged {
  readonly businessId: string;
  readonly matchRevision: number;
}

/** Emitted after the commit of any change of a profile, and of its end: whatever was kept of it is out of date. */
export const BUSINESS_CHANGED = 'business.changed';

export interface BusinessChanged {
  readonly businessId: string;
}

/** Emitted inside the transaction in which a firm takes another name or number: what was verified is another firm. */
export const BUSINESS_IDENTITY_CHANGED = 'business.identity-changed';

export interface BusinessIdentityChanged {
  readonly businessId: string;
}
