import { type ProgramCode, programCodes } from '../../reference';
import type { BusinessSummary } from './business-summary';
import type { SearchWord } from './business-search-words';

export { type ProgramCode, programCodes };

export const businessSorts = ['name', 'distance', 'newest'] as const;
/** By company name; nearest first; latest profile first. */
export type BusinessSort = (typeof businessSorts)[number];

/** Statute miles: the shortest and the longest radius of a search. */
export const LEAST_RADIUS_MILES = 1;
export const MOST_RADIUS_MILES = 500;

/** Everything within a distance of a point, over the surface of the earth. */
export interface Circle {
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  /** Statute miles; the border belongs to it. */
  readonly radiusMiles: number;
}

/** Which businesses are wanted: all conditions hold together, an absent one selects everything. */
export interface BusinessFilter {
  /** Each of them in one of the names, the description or a service. */
  readonly words?: readonly SearchWord[];
  /** Beginnings of listed NAICS codes, any of them. */
  readonly naics?: readonly string[];
  /** Beginnings of listed product and service codes, any of them. */
  readonly psc?: readonly string[];
  /** Program of a certification that is in force on `day`. */
  readonly certification?: ProgramCode;
  /** Five-digit FIPS code of a county of Utah that the firm has a place in or lists in its service area. */
  readonly countyFips?: string;
  /** Two capitals of a state that the firm has a place in or lists in its service area. */
  readonly state?: string;
  /** Holds a place of the firm. */
  readonly near?: Circle;
  readonly isVerified?: boolean;
  readonly isClaimed?: boolean;
  readonly ueiNumber?: string;
  readonly cageCode?: string;
  /** Utah day on which certifications are asked about, here and in what is answered. */
  readonly day: string;
}

export interface BusinessSlice {
  readonly sort: BusinessSort;
  readonly limit: number;
  readonly offset: number;
}

/** Who asks, in the words of the rows: private profiles are found by their owner and by whoever sees all. */
export interface Sight {
  readonly readerId: string;
  readonly seesAll: boolean;
}

/** How many of the businesses found would be left with this code as a further filter. */
export interface CodeCount {
  readonly code: string;
  readonly count: number;
}

export interface CountyCount {
  readonly fips: string;
  readonly name: string;
  readonly count: number;
}

/** Counts over everything found, not only over one page. Lists are bounded, the most frequent first, equal ones by code. */
export interface BusinessFacets {
  readonly certifications: readonly CodeCount[];
  /** Sectors as NAICS names them: `54`, `31-33`. */
  readonly naicsSectors: readonly CodeCount[];
  readonly counties: readonly CountyCount[];
  readonly verified: { readonly yes: number; readonly no: number };
}

export interface FoundBusinesses {
  readonly items: readonly BusinessSummary[];
  readonly total: number;
  readonly facets: BusinessFacets;
}
