import { certificationPrograms, neverExpires } from '../../reference';
import type { Business, Licence, ServiceArea } from './business';
import { sizeFigure } from './size/size-figures';

/** What a profile can say. The names go into the API. */
export const profileGaps = [
  'description',
  'naicsCodes',
  'primaryNaicsCode',
  'pscCodes',
  'services',
  'pastPerformance',
  'zipCode',
  'serviceArea',
  'sizeFigures',
  'samRegistration',
  'excluded',
  'certificationTerms',
  'licences',
  'ueiNumber',
  'cageCodes',
  'contractValue',
  'websiteUrl',
] as const;
export type ProfileGap = (typeof profileGaps)[number];

interface Item {
  readonly gap: ProfileGap;
  /** Share of the whole, before it is brought to 100. */
  readonly points: number;
  readonly advice: string;
  /** Whether it concerns this firm at all; absent: every firm. */
  readonly concerns?: (business: Business) => boolean;
  /** @param today Utah day, `YYYY-MM-DD` */
  readonly isStated: (business: Business, today: string) => boolean;
}

const SHORTEST_DESCRIPTION = 80;

/** Nearly every industry is judged by one of these; total assets are for a few kinds of banks. */
const SIZE_MEASURES = ['receipts', 'employees'] as const;

/** Represented by the firm itself, or kept until removed: nothing to state. */
const PROGRAMS_WITHOUT_END: ReadonlySet<string> = new Set(
  certificationPrograms.filter(neverExpires).map(({ code }) => code),
);

const isSomewhere = ({ isNational, isRemote, states, countyFips }: ServiceArea): boolean =>
  isNational || isRemote || states.length > 0 || countyFips.length > 0;

/** Without its end the licence gate would have to ask for it. */
const isHeldInUtah = ({ state, status, expiresOn }: Licence, today: string): boolean =>
  state === 'UT' && status === 'active' && expiresOn !== null && expiresOn >= today;

const items: readonly Item[] = [
  {
    gap: 'description',
    points: 10,
    advice: `Describe in ${SHORTEST_DESCRIPTION} characters or more what the firm does, in the words that buyers use.`,
    isStated: ({ description }) => (description ?? '').trim().length >= SHORTEST_DESCRIPTION,
  },
  {
    gap: 'naicsCodes',
    points: 10,
    advice: 'List the NAICS codes of the industries you work in.',
    isStated: ({ naicsCodes }) => naicsCodes.length > 0,
  },
  {
    gap: 'primaryNaicsCode',
    points: 4,
    advice: 'Say which NAICS code describes the firm best.',
    isStated: ({ naicsCodes }) => naicsCodes.some(({ isPrimary }) => isPrimary),
  },
  {
    gap: 'pscCodes',
    points: 10,
    advice: 'List the product and service codes (PSC) of what you sell.',
    isStated: ({ pscCodes }) => pscCodes.length > 0,
  },
  {
    gap: 'services',
    points: 8,
    advice: 'Name your services one by one.',
    isStated: ({ services }) => services.length > 0,
  },
  {
    gap: 'pastPerformance',
    points: 12,
    advice: 'Add contracts that you have performed, with buyer and value.',
    isStated: ({ pastPerformance }) => pastPerformance.length > 0,
  },
  {
    gap: 'zipCode',
    points: 8,
    advice: 'State your principal place of business.',
    isStated: ({ zipCode }) => zipCode !== null,
  },
  {
    gap: 'serviceArea',
    points: 4,
    advice: 'Say where you work: counties, states, the whole country, remotely.',
    isStated: ({ serviceArea }) => serviceArea !== null && isSomewhere(serviceArea),
  },
  {
    gap: 'sizeFigures',
    points: 10,
    advice: 'State receipts and headcount: size decides about every small-business set-aside.',
    // Half a history decides no more than none.
    isStated: (business, today) =>
      SIZE_MEASURES.every((measure) => sizeFigure(business, measure, today).kind === 'known'),
  },
  {
    gap: 'samRegistration',
    points: 8,
    advice: 'State your registration in SAM.gov and when it expires: federal offers need an active one.',
    // Only one that is active has an end to state.
    isStated: ({ samRegistration }) =>
      samRegistration !== null && (samRegistration.status !== 'active' || samRegistration.expiresOn !== null),
  },
  {
    gap: 'excluded',
    points: 4,
    advice: 'Say whether the firm is excluded from federal contracts.',
    isStated: ({ excluded }) => excluded !== null,
  },
  {
    gap: 'certificationTerms',
    points: 4,
    advice: 'State when each of your certifications expires.',
    concerns: ({ certifications }) => certifications.some(({ status }) => status === 'active'),
    isStated: ({ certifications }) =>
      certifications.every(
        ({ status, expiresOn, program }) =>
          status !== 'active' || expiresOn !== null || PROGRAMS_WITHOUT_END.has(program),
      ),
  },
  {
    gap: 'licences',
    points: 6,
    advice:
      'List an active contractor licence of Utah with the day on which it ends: construction for its public bodies needs one.',
    concerns: ({ naicsCodes }) => naicsCodes.some(({ code }) => code.startsWith('23')),
    isStated: ({ licences }, today) => licences.some((licence) => isHeldInUtah(licence, today)),
  },
  {
    gap: 'ueiNumber',
    points: 4,
    advice: 'Add the Unique Entity ID that SAM.gov gave you.',
    isStated: ({ ueiNumber }) => ueiNumber !== null,
  },
  {
    gap: 'cageCodes',
    points: 2,
    advice: 'Add your CAGE code.',
    isStated: ({ cageCodes }) => cageCodes.length > 0,
  },
  {
    gap: 'contractValue',
    points: 4,
    advice: 'Say which contract values suit you.',
    isStated: ({ contractValueMinUsd, contractValueMaxUsd }) =>
      contractValueMinUsd !== null || contractValueMaxUsd !== null,
  },
  {
    gap: 'websiteUrl',
    points: 2,
    advice: 'Add your website for the officials who look you up.',
    isStated: ({ websiteUrl }) => websiteUrl !== null,
  },
];

export interface MissingItem {
  readonly gap: ProfileGap;
  /** What stating it adds to the score, 0–100. */
  readonly points: number;
  readonly advice: string;
}

export interface Completeness {
  /** 0–100, whole: 100 where everything that concerns the firm is stated. */
  readonly score: number;
  readonly missing: readonly MissingItem[];
}

/**
 * How much of what matching and eligibility can use the profile says. Legacy numbers count nothing.
 * @param today Utah day, `YYYY-MM-DD`
 */
export const completenessOf = (business: Business, today: string): Completeness => {
  const concerning = items.filter(({ concerns }) => concerns?.(business) ?? true);
  const possible = concerning.reduce((sum, { points }) => sum + points, 0);
  const missing = concerning.filter(({ isStated }) => !isStated(business, today));
  const lost = missing.reduce((sum, { points }) => sum + points, 0);
  return {
    score: Math.floor((100 * (possible - lost)) / possible),
    missing: missing.map(({ gap, points, advice }) => ({
      gap,
      points: Math.round((1000 * points) / possible) / 10,
      advice,
    })),
  };
};
