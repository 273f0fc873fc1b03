import { deadlines, type Deadline, type NoticeDraft, type NoticeTypeCode } from './draft';
import { punctuated } from './numbers';
import { cycle } from '../random';

/** A later notice with the same solicitation number: more time and the text of the change. */
export function amended(draft: NoticeDraft, amendment: number): NoticeDraft {
  return {
    ...draft,
    key: `${draft.key}-amendment-${amendment}`,
    postedDaysAgo: Math.max(0, draft.postedDaysAgo - amendment),
    deadline: extended(draft.deadline, 7 * amendment),
    description: `Amendment 000${amendment}: the response date is extended and questions are answered.\r\n\r\n${draft.description}`,
  };
}

/** The same amendment, filed by somebody who types solicitation numbers with hyphens. */
export function amendedWithPunctuation(draft: NoticeDraft): NoticeDraft {
  return { ...amended(draft, 1), solicitationNumber: punctuated(draft.solicitationNumber) };
}

/** The notice that announced a procurement, weeks before its solicitation. */
export function announced(draft: NoticeDraft, type: Extract<NoticeTypeCode, 'p' | 'r'>): NoticeDraft {
  return {
    ...draft,
    key: `${draft.key}-${type}`,
    type,
    postedDaysAgo: draft.postedDaysAgo + 45,
    deadline: deadlines.dateOnly(-draft.postedDaysAgo - 20),
    setAside: type === 'r' ? '' : draft.setAside,
    description: `This notice announces a coming requirement; no offers are accepted now. ${draft.description}`,
  };
}

export function awarded(draft: NoticeDraft, awardee: string, amount: string): NoticeDraft {
  return {
    ...draft,
    key: `${draft.key}-award`,
    type: 'a',
    baseType: draft.baseType ?? draft.type,
    postedDaysAgo: 1,
    deadline: deadlines.blank,
    award: { number: draft.solicitationNumber.replace(/[RQ](?=\d{4}$)/, 'C'), daysAgo: 1, amount, awardee },
  };
}

interface FamilyPlan {
  readonly amended: number;
  readonly amendedTwice: number;
  readonly amendedWithPunctuation: number;
  readonly presolicited: number;
  readonly sought: number;
  readonly awardedAfterPresolicitation: number;
}

/** The extra notices of procurements that were revised or changed type on the way; `current` and `closed` stay as they are. */
export function familyNotices(
  current: readonly NoticeDraft[],
  closed: readonly NoticeDraft[],
  plan: FamilyPlan,
): NoticeDraft[] {
  let next = 0;
  const take = (count: number): NoticeDraft[] =>
    Array.from({ length: count }, () => cycle(current, next++ * CURRENT_STRIDE));
  return [
    ...take(plan.amended).map((draft) => amended(draft, 1)),
    ...take(plan.amendedTwice).flatMap((draft) => [amended(draft, 1), amended(draft, 2)]),
    ...take(plan.amendedWithPunctuation).map(amendedWithPunctuation),
    ...take(plan.presolicited).map((draft) => announced(draft, 'p')),
    ...take(plan.sought).map((draft) => announced(draft, 'r')),
    ...closed
      .slice(0, plan.awardedAfterPresolicitation)
      .flatMap((draft, index) => [announced(draft, 'p'), awarded(draft, cycle(FAMILY_AWARDEES, index), '184250.00')]),
  ];
}

/** Spreads the families over trades and offices; prime, so that no notice is taken twice. */
const CURRENT_STRIDE = 3;

const FAMILY_AWARDEES = [
  'Great Basin Heavy Civil LLC',
  'OGDEN ELECTRIC & CONTROLS CO. 1 Washington Blvd Ogden UT 84403 USA',
];

function extended(deadline: Deadline, days: number): Deadline {
  return deadline.form === 'blank' ? deadline : { ...deadline, days: deadline.days + days };
}
