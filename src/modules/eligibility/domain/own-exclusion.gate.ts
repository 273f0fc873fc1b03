import { buyerWords, type OwnExclusions } from '../../businesses';
import type { Evidence, Gate } from './decision';
import type { BusinessStanding, OpportunityTerms } from './eligibility-input';
import { fail, pass } from './gate';
import type { RuleText } from './gate';
import { naicsIn, setAsideIn, stateIn } from './requirement';

export const OWN_EXCLUSION: RuleText = {
  rule: 'firm.own-exclusion',
  // No law: the firm's own choice, offered since this day.
  version: '2026-11-01',
  source: 'Profile, own exclusions',
};

const capitals = (text: string | null): string => (text ?? '').normalize('NFC').trim().toUpperCase();

/** In capitals, without blanks and doubles, in one order: empty texts would be part of everything. */
const tidy = (texts: readonly string[]): string[] =>
  [...new Set(texts.map(capitals).filter((text) => text !== ''))].sort();

/** Between single blanks, one before and one behind: `ICE` is a word of "ICE, DENVER" and none of "OFFICE". */
const asWords = (name: string): string => ` ${buyerWords(name).join(' ')} `;

interface TidyExclusions extends OwnExclusions {
  /** Of each of the agencies. */
  readonly words: ReadonlyMap<string, string>;
}

function tidied({ naicsCodes, pscCodes, setAsides, states, agencies }: OwnExclusions): TidyExclusions {
  const tidyAgencies = tidy(agencies).filter((agency) => buyerWords(agency).length > 0);
  return {
    naicsCodes: tidy(naicsCodes),
    pscCodes: tidy(pscCodes),
    setAsides: tidy(setAsides.map((setAside) => setAsideIn({ setAside }))),
    states: tidy(states),
    agencies: tidyAgencies,
    words: new Map(tidyAgencies.map((agency) => [agency, asWords(agency)])),
  };
}

/** One firm is asked about thousands of opportunities. */
const tidiedBefore = new WeakMap<OwnExclusions, TidyExclusions>();

function exclusionsOf({ ownExclusions }: Pick<BusinessStanding, 'ownExclusions'>): TidyExclusions {
  const known = tidiedBefore.get(ownExclusions) ?? tidied(ownExclusions);
  tidiedBefore.set(ownExclusions, known);
  return known;
}

interface Hit {
  readonly list: keyof OwnExclusions;
  /** What of the notice it is that the firm does not want. */
  readonly what: string;
  readonly excluded: string;
}

const buyersBefore = new WeakMap<OpportunityTerms['buyer'], readonly Buyer[]>();

interface Buyer {
  readonly name: string;
  readonly words: string;
}

/** The names of the buyer one by one: words must not reach from one into the next. */
function buyersOf({ buyer }: OpportunityTerms): readonly Buyer[] {
  const known =
    buyersBefore.get(buyer) ??
    [buyer.department, buyer.subTier, buyer.office]
      .map(capitals)
      .filter((name) => name !== '')
      .map((name) => ({ name, words: asWords(name) }));
  buyersBefore.set(buyer, known);
  return known;
}

function hitsOf(own: TidyExclusions, opportunity: OpportunityTerms): Hit[] {
  const naics = naicsIn(opportunity);
  const psc = capitals(opportunity.pscCode);
  const setAside = setAsideIn(opportunity);
  const state = stateIn(opportunity);
  const hits = (list: keyof OwnExclusions, what: string, isHit: (excluded: string) => boolean): Hit[] =>
    own[list].filter(isHit).map((excluded) => ({ list, what, excluded }));
  return [
    // What the notice leaves out begins with nothing and equals nothing, because tidied texts are never empty.
    ...hits('naicsCodes', `NAICS ${naics}`, (prefix) => naics.startsWith(prefix)),
    ...hits('pscCodes', `PSC ${psc}`, (prefix) => psc.startsWith(prefix)),
    ...hits('setAsides', `the set-aside ${setAside}`, (code) => code === setAside),
    ...hits('states', `the state ${state}`, (code) => code === state),
    ...buyersOf(opportunity).flatMap(({ name, words }) =>
      hits('agencies', `the buyer ${name}`, (excluded) => words.includes(own.words.get(excluded) ?? excluded)),
    ),
  ];
}

const evidenceOf = ({ list, excluded }: Hit): Evidence => ({
  field: `ownExclusions.${list}`,
  id: null,
  statement: `You exclude "${excluded}".`,
});

const LIST_NAMES: Readonly<Record<keyof OwnExclusions, string>> = {
  naicsCodes: 'NAICS codes',
  pscCodes: 'product and service codes',
  setAsides: 'set-asides',
  states: 'states',
  agencies: 'buyers',
};

const lists = ['naicsCodes', 'pscCodes', 'setAsides', 'states', 'agencies'] as const;

const countsOf = (own: OwnExclusions): Evidence => ({
  field: 'ownExclusions',
  id: null,
  statement: `You exclude ${lists
    .filter((list) => own[list].length > 0)
    .map((list) => `${LIST_NAMES[list]} (${own[list].length})`)
    .join(', ')}.`,
});

/** What the firm does not want, whatever it may; null for a firm that excludes nothing. */
export function ownExclusionGate(business: BusinessStanding, opportunity: OpportunityTerms): Gate | null {
  const own = exclusionsOf(business);
  if (lists.every((list) => own[list].length === 0)) return null;
  const hits = hitsOf(own, opportunity);
  if (hits.length === 0) return pass(OWN_EXCLUSION, 'None of your own exclusions applies.', [countsOf(own)]);
  const whats = [...new Set(hits.map(({ what }) => what))].join(', ');
  return fail(OWN_EXCLUSION, `By your own exclusions you do not want ${whats}.`, hits.map(evidenceOf));
}
