import type { Licence } from '../../businesses';
import type { Evidence, Gate } from './decision';
import type { BusinessStanding } from './eligibility-input';
import { bestOf, fail, pass, unknown } from './gate';
import type { RuleText } from './gate';
import { licenceClass, type NeededLicence, neededLicence } from './licence-classes';
import type { BusinessRequirement } from './requirement';

export const LICENCE: RuleText = {
  rule: 'licence.utah-contractor',
  version: '2025-05-07',
  source: 'Utah Code 58-55-301; Utah Admin. Code R156-55a-301',
};

/** The chapter was enacted anew with other section numbers; the classes are still those of the administrative rule. */
export const LICENCE_FROM_2027: RuleText = {
  rule: 'licence.utah-contractor',
  version: '2027-01-01',
  source: 'Utah Code 58-55, part 2; Utah Admin. Code R156-55a-301',
};

interface Question {
  readonly rule: RuleText;
  readonly needed: NeededLicence;
  readonly naicsCode: string;
  readonly on: string;
}

interface UtahLicence {
  readonly held: Licence;
  /** `B100`. */
  readonly className: string;
}

const evidenceOf = ({ held: { id, number, status, expiresOn }, className }: UtahLicence): Evidence => {
  const name = [`Utah contractor licence ${className}`, ...(number === null ? [] : [`number ${number}`])].join(', ');
  const term = expiresOn === null ? 'no end stated' : `until ${expiresOn}`;
  return { field: 'licences', id, statement: `${name}, ${status}, ${term}.` };
};

const questionFor = ({ asked }: NeededLicence): string =>
  `Do you hold an active Utah contractor licence of class ${asked}?`;

/** What the matter is with a licence that does not hold on the response date; undefined for one that does, or may. */
function endOf({ held: { status, expiresOn } }: UtahLicence, on: string): string | undefined {
  switch (status) {
    case 'suspended':
    case 'inactive':
      return `is ${status}`;
    case 'expired':
      return 'has expired';
    case 'active':
      return expiresOn !== null && expiresOn < on ? `ends on ${expiresOn}, before the response date ${on}` : undefined;
  }
}

function judge(licence: UtahLicence, { rule, needed, naicsCode, on }: Question): Gate {
  const name = `Your Utah contractor licence ${licence.className}`;
  const used = [evidenceOf(licence)];
  const end = endOf(licence, on);
  if (end !== undefined) {
    if (needed.isComplete && needed.covers.test(licence.className)) return fail(rule, `${name} ${end}.`, used);
    return unknown(rule, `${name} ${end}; another class may cover this work.`, questionFor(needed), used);
  }
  const { expiresOn } = licence.held;
  if (expiresOn === null) {
    return unknown(
      rule,
      `The profile does not say how long your Utah contractor licence ${licence.className} holds.`,
      `When does your Utah contractor licence ${licence.className} expire?`,
      used,
    );
  }
  const holds = `${name} holds until ${expiresOn}, not before the response date ${on}`;
  if (needed.covers.test(licence.className)) return pass(rule, `${holds}.`, used);
  return unknown(
    rule,
    `${holds}, but its class is not one that covers all work under NAICS ${naicsCode}.`,
    `Does class ${licence.className} of your Utah contractor licence cover this work?`,
    used,
  );
}

const utahLicences = ({ licences }: BusinessStanding, { covers, coversSome }: NeededLicence): UtahLicence[] =>
  licences.flatMap((held) => {
    const className = held.state.trim().toUpperCase() === 'UT' ? licenceClass(held.classification) : undefined;
    const isNeeded = className !== undefined && (covers.test(className) || coversSome.test(className));
    return isNeeded ? [{ held, className }] : [];
  });

/**
 * Whether the firm is licensed for construction in Utah on the response date; null for other work, other states and
 * federal works. The best licence that the profile has decides.
 */
export function licenceGate(business: BusinessStanding, requirement: BusinessRequirement): Gate | null {
  if (!requirement.isUtahConstruction) return null;
  const { naicsCode, on } = requirement;
  const rule = on < LICENCE_FROM_2027.version ? LICENCE : LICENCE_FROM_2027;
  const needed = neededLicence(naicsCode);
  if (!needed) {
    return unknown(
      rule,
      naicsCode === ''
        ? 'The notice is one of construction and states no NAICS code that would tell what is built.'
        : `The notice states "${naicsCode}" as NAICS code, which does not tell what is built.`,
      'Which class of Utah contractor licence does the work need, and do you hold it?',
    );
  }
  const judged = utahLicences(business, needed).map((licence) => judge(licence, { rule, needed, naicsCode, on }));
  return (
    bestOf(judged) ??
    unknown(
      rule,
      `The profile lists no Utah contractor licence that covers work under NAICS ${naicsCode}.`,
      questionFor(needed),
    )
  );
}
