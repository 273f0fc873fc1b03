import type { Business, PastPerformance } from '../../../businesses';
import type { ReferenceFacts } from '../../../reference';
import type { ScoringModel } from '../scoring-model';
import { emptyTermVector } from '../text/term-vector';
import type { TermVector } from '../text/term-vector';
import type { BuyerKeys, BusinessFeatures, ComfortRange, HomePlace, PastWork, ServedPlaces } from './features';
import { buyerKey, naicsOrNull, pscOrNull } from './normalise';
import { productCode } from './product-code';
import { mergeTerms, queryTerms } from './query-terms';

/** The facts that features are made with. */
export type FeatureFacts = Pick<ReferenceFacts, 'zip' | 'counties' | 'psc'>;

type MatchablePastPerformance = Pick<
  PastPerformance,
  'id' | 'title' | 'description' | 'department' | 'office' | 'naicsCode' | 'pscCode' | 'valueUsd' | 'completedOn'
>;

/** The parts of a business that can change a score. */
export interface MatchableBusiness extends Pick<
  Business,
  | 'description'
  | 'zipCode'
  | 'annualRevenue'
  | 'pscCodes'
  | 'services'
  | 'serviceArea'
  | 'contractValueMinUsd'
  | 'contractValueMaxUsd'
> {
  readonly naicsCodes: readonly Pick<Business['naicsCodes'][number], 'code' | 'isPrimary'>[];
  readonly pastPerformance: readonly MatchablePastPerformance[];
}

/** The texts of a business whose words are compared; the database makes the words. */
export interface BusinessTexts {
  readonly capability: string;
  readonly pastWork: readonly { readonly id: string; readonly text: string }[];
}

export interface BusinessTerms {
  readonly capability: TermVector;
  /** By id of the past performance. */
  readonly pastWork: ReadonlyMap<string, TermVector>;
}

export interface BusinessContext {
  readonly terms: BusinessTerms;
  readonly facts: FeatureFacts;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly model: ScoringModel;
}

const joined = (parts: readonly (string | null)[]): string => parts.filter(Boolean).join('\n');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where the firm is belongs to the place, not to the work: else any notice of its city would share "salt" and "lake". */
function withoutHome(text: string, zipCode: string | null, { zip }: FeatureFacts): string {
  const place = zip(zipCode);
  const names = ['Utah', ...(place ? [`${place.county} County`, place.county, place.city] : [])].filter(Boolean);
  const longestFirst = names.sort((a, b) => b.length - a.length).map(escaped);
  return text.replace(new RegExp(`\\b(?:${longestFirst.join('|')})\\b`, 'gi'), ' ');
}

/** The texts to make words of, without the names of the firm's own city, county and state. */
export function businessTexts(business: MatchableBusiness, facts: FeatureFacts): BusinessTexts {
  const { description, services, pastPerformance, zipCode } = business;
  const capability = [description, ...services.flatMap((service) => [service.title, service.description])];
  return {
    capability: withoutHome(joined(capability), zipCode, facts),
    pastWork: pastPerformance.map((past) => ({
      id: past.id,
      text: withoutHome(joined([past.title, past.description]), zipCode, facts),
    })),
  };
}

const DAYS_A_YEAR = 365.25;
const MILLISECONDS_A_DAY = 86_400_000;

const yearsBetween = (from: string, to: string): number =>
  Math.max(0, (Date.parse(to) - Date.parse(from)) / MILLISECONDS_A_DAY / DAYS_A_YEAR);

function buyerOf({ department, office }: MatchablePastPerformance): BuyerKeys | null {
  const keys = { department: buyerKey(department), subTier: null, office: buyerKey(office) };
  return keys.department === null && keys.office === null ? null : keys;
}

function pastWorkOf(
  past: MatchablePastPerformance,
  text: string,
  { terms, facts, today, model }: BusinessContext,
): PastWork {
  const vector = terms.pastWork.get(past.id) ?? emptyTermVector;
  return {
    title: past.title,
    buyer: buyerOf(past),
    naicsCode: naicsOrNull(past.naicsCode),
    pscCode: productCode(past.pscCode, past.title, vector, facts),
    terms: queryTerms({ text, terms: vector }, model.text.capabilityWeight),
    valueUsd: past.valueUsd,
    ageYears: past.completedOn === null ? 0 : yearsBetween(past.completedOn, today),
  };
}

function homeOf(zipCode: string | null, { zip, counties }: FeatureFacts): HomePlace | null {
  const place = zip(zipCode);
  if (!place) return null;
  const county = place.countyFips === null ? undefined : counties.get(place.countyFips);
  return {
    state: place.state,
    county: county ? { fips: county.fips, name: `${county.name} County` } : null,
    neighbours: county?.neighbours ?? [],
  };
}

/** What the firm says suits it, else what it has done, else what its revenue carries. */
function comfortOf(business: MatchableBusiness, { value }: ScoringModel): ComfortRange | null {
  const { contractValueMinUsd: lowUsd, contractValueMaxUsd: highUsd } = business;
  if (highUsd !== null && highUsd > 0) return { lowUsd: lowUsd ?? highUsd * value.leastRevenueShare, highUsd };
  const values = business.pastPerformance.flatMap(({ valueUsd }) =>
    valueUsd !== null && valueUsd > 0 ? valueUsd : [],
  );
  if (values.length > 0) {
    return {
      lowUsd: Math.min(...values) / value.pastValueFactor,
      highUsd: Math.max(...values) * value.pastValueFactor,
    };
  }
  const revenue = business.annualRevenue;
  if (revenue === null || revenue <= 0) return null;
  return { lowUsd: revenue * value.leastRevenueShare, highUsd: revenue * value.mostRevenueShare };
}

function servedBy(area: MatchableBusiness['serviceArea']): ServedPlaces {
  return { isNational: area?.isNational ?? false, states: area?.states ?? [], countyFips: area?.countyFips ?? [] };
}

/** What the engine compares of a business. `today` decides how old past work is. */
export function businessFeatures(business: MatchableBusiness, context: BusinessContext): BusinessFeatures {
  const { terms, facts, model } = context;
  const texts = businessTexts(business, facts);
  const textById = new Map(texts.pastWork.map(({ id, text }) => [id, text]));
  const pastWork = business.pastPerformance.map((past) => pastWorkOf(past, textById.get(past.id) ?? '', context));
  const pastTerms = texts.pastWork.map(({ id, text }) =>
    queryTerms({ text, terms: terms.pastWork.get(id) ?? emptyTermVector }, model.text.pastWorkWeight),
  );
  const capability = queryTerms({ text: texts.capability, terms: terms.capability }, model.text.capabilityWeight);
  return {
    terms: mergeTerms([capability, ...pastTerms]),
    naicsCodes: business.naicsCodes.flatMap(({ code, isPrimary }) => {
      const naics = naicsOrNull(code);
      return naics === null ? [] : [{ code: naics, isPrimary }];
    }),
    pscCodes: business.pscCodes.flatMap(({ code }) => pscOrNull(code) ?? []),
    home: homeOf(business.zipCode, facts),
    serves: servedBy(business.serviceArea),
    pastWork,
    comfort: comfortOf(business, model),
  };
}
