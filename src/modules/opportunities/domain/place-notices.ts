import { byPosting } from './fold-notices';
import type { IncomingNotice } from './incoming-notice';
import type { Notice } from './notice';
import { comparableNumber } from './procurement-key';

/** An opportunity of a procurement, as far as placing needs it. */
export interface Sibling {
  readonly opportunityId: string;
  readonly procurementKey: string;
  /** 0 is the lead, the first one of the procurement. */
  readonly siblingNumber: number;
  /** As `comparableNumber` gives it; null without an award or when no award notice names a number. */
  readonly awardNumber: string | null;
}

/** Which opportunity a new notice belongs to: one that it starts, or one that is there. */
export interface Placement {
  readonly incoming: IncomingNotice;
  readonly outcome: 'created' | 'merged';
  readonly opportunityId: string;
  readonly siblingNumber: number;
}

/** What is wanted comes before what became of it, both as posted: the outcome must not depend on the order of a file. */
const byPlacing = ({ notice: left }: IncomingNotice, { notice: right }: IncomingNotice): number =>
  Number(left.type === 'a') - Number(right.type === 'a') || byPosting(left, right);

/**
 * Places new notices among the opportunities of their procurements. One opportunity holds at most one contract, yet the
 * award notices of one solicitation number announce up to 99 (`47QSMD20R0001`, March and April 2026). So the first contract
 * belongs to the lead and each further one starts a sibling; every other notice, and an award without a number, joins the
 * lead.
 */
export function placeNotices(
  stored: readonly Sibling[],
  incoming: readonly IncomingNotice[],
  newId: () => string,
): readonly Placement[] {
  const procurements = new Map<string, Sibling[]>();
  for (const sibling of stored) siblingsOf(procurements, sibling.procurementKey).push(sibling);
  return [...incoming].sort(byPlacing).map((entry) => {
    const siblings = siblingsOf(procurements, entry.procurement);
    const awardNumber = awardNumberOf(entry.notice);
    const home = findHome(siblings, awardNumber);
    const sibling: Sibling = home
      ? { ...home, awardNumber: home.awardNumber ?? awardNumber }
      : { opportunityId: newId(), procurementKey: entry.procurement, siblingNumber: nextNumber(siblings), awardNumber };
    siblings.splice(home ? siblings.indexOf(home) : siblings.length, home ? 1 : 0, sibling);
    const { opportunityId, siblingNumber } = sibling;
    return { incoming: entry, outcome: home ? 'merged' : 'created', opportunityId, siblingNumber };
  });
}

function siblingsOf(procurements: Map<string, Sibling[]>, key: string): Sibling[] {
  const siblings = procurements.get(key) ?? [];
  procurements.set(key, siblings);
  return siblings;
}

const awardNumberOf = (notice: Notice): string | null =>
  notice.type === 'a' ? comparableNumber(notice.award?.number ?? null) : null;

function findHome(siblings: readonly Sibling[], awardNumber: string | null): Sibling | undefined {
  const lead = siblings.find(({ siblingNumber }) => siblingNumber === 0);
  if (awardNumber === null) return lead;
  const sameContract = siblings.find((sibling) => sibling.awardNumber === awardNumber);
  return sameContract ?? (lead?.awardNumber === null ? lead : undefined);
}

const nextNumber = (siblings: readonly Sibling[]): number =>
  Math.max(-1, ...siblings.map(({ siblingNumber }) => siblingNumber)) + 1;
