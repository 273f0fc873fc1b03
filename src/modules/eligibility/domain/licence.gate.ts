import type { Licence } from '../../businesses';
import type { Evidence, Gate } from './decision';
import type { BusinessStanding } from './eligibility-input';
import { bestOf, fail, pass, unknown } from './gate';
import type { RuleText } from './gate';
import { licenceClasses, type NeededLicence, neededLicence } from './licence-classes';
import { type AskedDay, type BusinessRequirement, dayInWords } from './requirement';

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
  readonly day: AskedDay;
}

/** One class of a licence: an entry may list several. */
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

/** What the matter is with a licence that does not hold on the day that counts; undefined for one that does, or may. */
function endOf({ held: { status, expiresOn } }: UtahLicence, day: AskedDay): string | undefined {
  switch (status) {
    case 'suspended':
    case 'inactive':
      return `is ${status}`;
    case 'expired':
      return 'has expired';
    case 'active':
      return expiresOn !== null && expiresOn < day.on ? `ends on ${expiresOn}, before ${dayInWords(day)}` : undefined;
  }
}

const nameOf = ({ className }: UtahLicence): string => `Your Utah contractor licence ${className}`;

interface EndedLicence extends UtahLicence {
  /** What the matter is with it: `is suspended`. */
  readonly end: string;
}

function judgeEnded(licence: EndedLicence, { rule, needed }: Question): Gate {
  const ended = `${nameOf(licence)} ${licence.end}`;
  const used = [evidenceOf(licence)];
  return needed.isComplete && needed.covers.test(licence.className)
    ? fail(rule, `${ended}.`, used)
    : unknown(rule, `${ended}; another class may cover this work.`, questionFor(needed), used);
}

function judgeCovering(licence: UtahLicence, { rule, day }: Question): Gate {
  const { className, held } = licence;
  const used = [evidenceOf(licence)];
  if (held.expiresOn !== null) {
    return pass(rule, `${nameOf(licence)} holds until ${held.expiresOn}, not before ${dayInWords(day)}.`, used);
  }
  return unknown(
    rule,
    `The profile does not say how long your Utah contractor licence ${className} holds.`,
    `When does your Utah contractor licence ${className} expire?`,
    used,
  );
}

/** How long it holds matters only once it is known to cover the work. */
const judgePartial = (licence: UtahLicence, { rule, naicsCode }: Question): Gate =>
  unknown(
    rule,
    `The class of your Utah contractor licence ${licence.className} is not one that covers all work under NAICS ${naicsCode}.`,
    `Does class ${licence.className} of your Utah contractor licence cover this work?`,
    [evidenceOf(licence)],
  );

/** What lasts decides before what has ended, and of either what covers the work before what may. */
function judgeAll(licences: readonly UtahLicence[], question: Question): Gate | undefined {
  const best = <Judged extends UtahLicence>(
    judged: readonly Judged[],
    judge: (licence: Judged, question: Question) => Gate,
  ): Gate | undefined => bestOf(judged.map((licence) => judge(licence, question)));
  const covers = ({ className }: UtahLicence): boolean => question.needed.covers.test(className);
  const lasting = licences.filter((licence) => endOf(licence, question.day) === undefined);
  const ended = licences.flatMap((licence) => {
    const end = endOf(licence, question.day);
    return end === undefined ? [] : [{ ...licence, end }];
  });
  return (
    best(lasting.filter(covers), judgeCovering) ??
    best(lasting, judgePartial) ??
    best(ended.filter(covers), judgeEnded) ??
    best(ended, judgeEnded)
  );
}

const utahLicences = ({ licences }: BusinessStanding, { covers, coversSome }: NeededLicence): UtahLicence[] =>
  licences
    .filter(({ state }) => state.trim().toUpperCase() === 'UT')
    .flatMap((held) => licenceClasses(held.classification).map((className) => ({ held, className })))
    .filter(({ className }) => covers.test(className) || coversSome.test(className));

/**
 * Whether the firm is licensed for construction in Utah on the day that counts; null for other work, other states and
 * federal works.
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
  return (
    judgeAll(utahLicences(business, needed), { rule, needed, naicsCode, day: requirement }) ??
    unknown(
      rule,
      `The profile lists no Utah contractor licence that covers work under NAICS ${naicsCode}.`,
      questionFor(needed),
    )
  );
}
