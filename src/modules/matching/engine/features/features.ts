import type { QueryTerm } from '../text/bm25';
import type { TermVector } from '../text/term-vector';

/** Names of a buying organisation in a comparable form (`buyerKey`); null where not stated. */
export interface BuyerKeys {
  readonly department: string | null;
  readonly subTier: string | null;
  readonly office: string | null;
}

/** Where a business is. */
export interface HomePlace {
  readonly state: string;
  readonly county: County | null;
  /** FIPS codes of the counties that border on it. */
  readonly neighbours: readonly string[];
}

export interface County {
  readonly fips: string;
  /** `Salt Lake County`. */
  readonly name: string;
}

export interface PastWork {
  readonly title: string;
  readonly buyer: BuyerKeys | null;
  readonly naicsCode: string | null;
  readonly pscCode: string | null;
  readonly terms: readonly QueryTerm[];
  readonly valueUsd: number | null;
  /** Years since it ended, 0 while it runs. */
  readonly ageYears: number;
}

export interface ComfortRange {
  readonly lowUsd: number;
  readonly highUsd: number;
}

/** A business as the engine sees it: plain, normalised, without anything that cannot change a score. */
/** Where a business says it works. */
export interface ServedPlaces {
  readonly isNational: boolean;
  /** Upper-case codes. */
  readonly states: readonly string[];
  /** Counties of Utah. */
  readonly countyFips: readonly string[];
}

export interface BusinessFeatures {
  readonly terms: readonly QueryTerm[];
  readonly naicsCodes: readonly { readonly code: string; readonly isPrimary: boolean }[];
  readonly pscCodes: readonly string[];
  readonly home: HomePlace | null;
  readonly serves: ServedPlaces;
  readonly pastWork: readonly PastWork[];
  readonly comfort: ComfortRange | null;
}

/** Where the work of an opportunity is done, or, failing that, where the buying office is. */
export interface WorkPlace {
  readonly origin: 'performance' | 'office';
  /** Upper-case code of a state of the United States; null for a place abroad. */
  readonly state: string | null;
  readonly county: County | null;
}

export interface OpportunityFacts {
  readonly id: string;
  readonly naicsCode: string | null;
  readonly pscCode: string | null;
  readonly buyer: BuyerKeys | null;
  readonly place: WorkPlace | null;
  readonly estimatedValueUsd: number | null;
  /** Milliseconds since 1970; null where not stated. Breaks ties: what is due first comes first. */
  readonly dueAt: number | null;
}

/** An opportunity as the engine sees it. */
export interface OpportunityFeatures extends OpportunityFacts {
  readonly terms: TermVector;
}
