import { isManufacturing, MOST_EMPLOYEES_OF_A_SUPPLIER } from '../../businesses';
import { parsePsc, parseZip, pscKind, type SetAside } from '../../reference';
import type { BusinessStanding, EligibilityLookups, OpportunityTerms } from './eligibility-input';
import type { RuleText } from './gate';
import { isConstruction, isSupply, naicsIn } from './requirement';
import { NONMANUFACTURER } from './size.gate';

/** Something worth knowing before an offer is made. It never decides and never scores. */
export interface Note extends RuleText {
  readonly text: string;
}

export const UTAH_ITEMS: RuleText = {
  rule: 'preference.utah-items',
  // Laws of Utah 2013, chapter 445. Later amendments changed words, not what is required.
  version: '2013-05-14',
  source: 'Utah Code 63G-6a-1002',
};

export const UTAH_CONTRACTOR: RuleText = {
  rule: 'preference.utah-contractor',
  version: '2013-05-14',
  source: 'Utah Code 63G-6a-1003, 63G-6a-1004',
};

export const SUBCONTRACTING: RuleText = {
  rule: 'subcontracting.limits',
  version: '2023-05-30',
  source: '13 CFR 125.6',
};

/** 13 CFR 125.6 does not list Buy Indian set-asides; a clause with the same limits is put into them. */
export const SUBCONTRACTING_BUY_INDIAN: RuleText = {
  rule: 'subcontracting.limits',
  version: '2022-05-09',
  source: 'FAR 52.219-14; 48 CFR 1480.601',
};

/** All ZIP codes of Utah, and no others, begin with 840 to 847. Null where the profile states none. */
export function isUtahZip(zipCode: string | null): boolean | null {
  const zip = parseZip(zipCode);
  return zip === undefined ? null : /^84[0-7]/.test(zip);
}

const RECIPROCAL =
  'It equals the preference that the state of the other bidder gives to its own, so there is none against bidders from ' +
  'states that give none. It must be certified on the bid, or it is waived; a preferred bidder then has 72 hours to agree ' +
  'in writing to meet the low bid. It does not apply where federal funds are at risk.';

const ITEMS = 'produced, manufactured, mined, grown or performed in Utah';

function itemsText(isUtahFirm: boolean | null): string {
  if (isUtahFirm === false) {
    return (
      `Your ZIP code is not in Utah. What counts is where the items come from: bidders whose items are ${ITEMS} get a ` +
      `reciprocal preference over items of a state that prefers its own. ${RECIPROCAL}`
    );
  }
  const opening = isUtahFirm
    ? 'Your ZIP code is in Utah, which alone is not enough: if the items that you offer'
    : 'If the items that you offer';
  return `${opening} are ${ITEMS}, you can claim a reciprocal preference over items of a state that prefers its own. ${RECIPROCAL}`;
}

const RESIDENT =
  'has its principal place of business in Utah, or employs workers who live in Utah when they are available, and was in ' +
  'business when bids were first solicited';

function contractorText(isUtahFirm: boolean | null): string {
  const claim = 'can claim a reciprocal preference over contractors of a state that prefers its own';
  if (isUtahFirm === false) {
    return (
      `Your ZIP code is not in Utah. A contractor who ${RESIDENT}, ${claim}, which may be against you if your state ` +
      `prefers its own. ${RECIPROCAL}`
    );
  }
  const opening = isUtahFirm ? 'Your ZIP code is in Utah. ' : '';
  return `${opening}A contractor who ${RESIDENT}, ${claim}. ${RECIPROCAL}`;
}

function preferenceNote({ zipCode }: Pick<BusinessStanding, 'zipCode'>, opportunity: OpportunityTerms): Note {
  const isUtahFirm = isUtahZip(zipCode);
  return isConstruction(opportunity)
    ? { ...UTAH_CONTRACTOR, text: contractorText(isUtahFirm) }
    : { ...UTAH_ITEMS, text: itemsText(isUtahFirm) };
}

const LIMITS = {
  services: 'at most 50 % for services',
  supplies: 'at most 50 % for supplies, materials not counted',
  building: 'at most 85 % for general construction, materials not counted',
  trade: 'at most 75 % for special trades, materials not counted',
} as const;

/** Construction is told by the NAICS code, the rest by the product or service code. */
function limitOf(opportunity: OpportunityTerms): string {
  const naics = naicsIn(opportunity);
  if (naics.startsWith('238')) return LIMITS.trade;
  if (/^23[67]/.test(naics)) return LIMITS.building;
  const psc = parsePsc(opportunity.pscCode);
  if (psc === undefined || naics.startsWith('23')) return Object.values(LIMITS).join('; ');
  return pscKind(psc) === 'product' ? LIMITS.supplies : LIMITS.services;
}

/** Since 1 October 2025 (FAC 2025-06). */
const SIMPLIFIED_ACQUISITION = '$350,000';

function subcontractingNote({ family, partial }: SetAside, opportunity: OpportunityTerms): Note {
  const what = partial ? 'the part that is set aside' : 'this set-aside';
  const from =
    family === 'small-business'
      ? `Above the simplified acquisition threshold of ${SIMPLIFIED_ACQUISITION}, ${what}`
      : `Whatever its value, ${what}`;
  const text =
    `${from} limits what you may pass on of what the government pays you to firms that are not similarly situated: ` +
    `${limitOf(opportunity)}.`;
  return { ...(family === 'indian' ? SUBCONTRACTING_BUY_INDIAN : SUBCONTRACTING), text };
}

/** 13 CFR 121.406(b) and (d). */
function nonmanufacturerNote({ family }: SetAside): Note {
  const from =
    family === 'small-business'
      ? `Above the simplified acquisition threshold of ${SIMPLIFIED_ACQUISITION}, a`
      : 'Whatever the value, a';
  const text =
    `${from} firm that does not make the product itself must have at most ${MOST_EMPLOYEES_OF_A_SUPPLIER} employees, normally sell such items, take ` +
    'ownership or possession of them, and supply what a small firm in the United States makes, unless SBA has waived that.';
  return { ...NONMANUFACTURER, text };
}

/** Supplies under a manufacturing code, of which resellers make offers as well. */
const isManufactured = (opportunity: OpportunityTerms): boolean =>
  isSupply(opportunity) && isManufacturing(naicsIn(opportunity));

function setAsideNotes(setAside: SetAside, opportunity: OpportunityTerms): readonly Note[] {
  if (setAside.soleSource) return [];
  const limits = subcontractingNote(setAside, opportunity);
  if (setAside.requiresSmall) return [limits, ...(isManufactured(opportunity) ? [nonmanufacturerNote(setAside)] : [])];
  return setAside.partial || setAside.family === 'indian' ? [limits] : [];
}

/** What a business should know about an opportunity whatever the gates answer. Pure, as they are. */
export function notesFor(
  business: Pick<BusinessStanding, 'zipCode'>,
  opportunity: OpportunityTerms,
  lookups: Pick<EligibilityLookups, 'setAside'>,
): readonly Note[] {
  if (opportunity.source !== 'sam') return [preferenceNote(business, opportunity)];
  const setAside = lookups.setAside(opportunity.setAside ?? '');
  return setAside ? setAsideNotes(setAside, opportunity) : [];
}
