import type { ScoringModel } from '../scoring-model';

/**
 * First weights: by judgement, looking at the notices that were open on 10 April 2026. Place is worth less than the kind of
 * work, else any work round the corner comes before the trade of the firm. The text numbers were compared on award history of
 * spring 2026, split by time; docs/matching.md has the figures.
 */
export const model202611: ScoringModel = {
  version: '2026-11',
  weights: { text: 25, psc: 15, naics: 15, buyer: 15, place: 10, pastPerformance: 15, value: 5 },
  leastWeight: 60,
  text: {
    k1: 1.2,
    b: 0.75,
    titleBoost: 2,
    saturation: 8,
    genericShare: 0.1,
    fullEvidence: 3,
    mostTerms: 80,
    capabilityWeight: 1,
    pastWorkWeight: 0.7,
  },
  psc: { equal: 1, group: 0.5, category: 0.25, none: 0 },
  naics: { 6: 1, 5: 0.8, 4: 0.6, 3: 0.3, sector: 0.1, none: 0 },
  secondaryNaicsFactor: 0.9,
  buyer: { office: 1, subTier: 0.7, department: 0.4 },
  place: { sameCounty: 1, neighbouringCounty: 0.8, sameState: 0.6, servedState: 0.5, officeWeightFactor: 0.5 },
  pastPerformance: { psc: 0.4, naics: 0.3, text: 0.3, leastShare: 0.6, halfLifeYears: 3 },
  value: { decadesToZero: 2, pastValueFactor: 3, leastRevenueShare: 0.01, mostRevenueShare: 0.5 },
};
