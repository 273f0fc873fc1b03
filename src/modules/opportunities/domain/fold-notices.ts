import type { Notice, NoticeAward } from './notice';
import type { Opportunity } from './opportunity';
import { comparableNumber } from './procurement-key';

/** What the notices alone say about an opportunity. */
export type FoldedNotices = Omit<
  Opportunity,
  'id' | 'countyFips' | 'location' | 'cancelledAt' | 'withdrawnAt' | 'matchRevision' | 'createdAt' | 'updatedAt'
>;

/** The order in which notices were published; the id settles equal instants, so that every order of arrival gives one result. */
export const byPosting = (
  left: Pick<Notice, 'postedAt' | 'sourceNoticeId'>,
  right: Pick<Notice, 'postedAt' | 'sourceNoticeId'>,
): number =>
  left.postedAt.getTime() - right.postedAt.getTime() || compareText(left.sourceNoticeId, right.sourceNoticeId);

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/**
 * How much a notice says about what is wanted. Once offers were asked for (`o`, `k`), a presolicitation, sources sought or
 * special notice beside it adds to the history and takes nothing back; award notices and justifications tell what became
 * of a procurement.
 */
const standing = ({ type }: Notice): 0 | 1 | 2 => {
  if (type === 'o' || type === 'k') return 2;
  return type === 'a' || type === 'u' ? 0 : 1;
};

/** The notices that say most first, and of those the latest first. */
const byStanding = (latestFirst: readonly Notice[]): readonly Notice[] =>
  [...latestFirst].sort((left, right) => standing(right) - standing(left));

/**
 * The state of an opportunity from its current notices, in whatever order they are given.
 * Title, set-aside, deadline, places, buyer and link come from the latest solicitation; where there is none, from the
 * latest notice that says what is wanted, else from the latest. So does the type, unless the contract was awarded or a
 * justification ended the asking. What later notices leave blank although it still holds (description, NAICS, PSC, number) falls
 * back to the most recent notice that gives it. The set-aside and the deadline never fall back: leaving them out may be
 * the very change.
 * @throws RangeError without notices.
 */
export function foldNotices(notices: readonly Notice[]): FoldedNotices {
  const latestFirst = [...notices].sort((left, right) => byPosting(right, left));
  const latest = latestFirst[0];
  const first = latestFirst.at(-1);
  if (!latest || !first) throw new RangeError('An opportunity has at least one notice.');
  const contentFirst = byStanding(latestFirst);
  const content = contentFirst[0] ?? latest;
  const awards = latestFirst.filter(({ type }) => type === 'a');
  const award = isAskedForAgain(content, awards[0]) ? undefined : awards[0];
  const stage = award ?? (endsAsking(latest, content) ? latest : content);
  return {
    source: latest.source,
    solicitationNumber: firstGiven(contentFirst, (notice) => notice.solicitationNumber),
    title: content.title,
    description: firstGiven(contentFirst, (notice) => notice.description) ?? '',
    noticeType: stage.type,
    baseType: stage.baseType,
    setAside: content.setAside,
    naicsCode: firstGiven(contentFirst, (notice) => notice.naicsCode),
    pscCode: firstGiven(contentFirst, (notice) => notice.pscCode),
    buyer: content.buyer,
    placeOfPerformance: content.placeOfPerformance,
    officePlace: content.officePlace,
    postedAt: latest.postedAt,
    publishedAt: first.postedAt,
    responseDeadline: content.responseDeadline,
    archiveOn: stage.archiveOn,
    awardedAt: award?.postedAt ?? null,
    award: foldAwards(awards),
    sourceUrl: content.sourceUrl,
    noticeCount: notices.length,
  };
}

/** Offers are asked for anew after an award only by a solicitation that says until when; anything else is paperwork. */
const isAskedForAgain = (content: Notice, award: Notice | undefined): boolean =>
  award !== undefined &&
  standing(content) === 2 &&
  content.responseDeadline !== null &&
  content.postedAt > award.postedAt &&
  content.responseDeadline.at > award.postedAt;

/**
 * Whether the latest notice is a justification that means no more offers are wanted. Beside a solicitation that is still
 * running it means only why that is restricted, to a brand for example (FAR 6.305).
 */
const endsAsking = (latest: Notice, content: Notice): boolean => {
  if (latest.type !== 'u') return false;
  const isRunning = content.responseDeadline !== null && content.responseDeadline.at > latest.postedAt;
  return !(standing(content) === 2 && isRunning);
};

/** All award notices of one opportunity announce the same contract, so a later one may complete an earlier one. */
function foldAwards(latestFirst: readonly Notice[]): NoticeAward | null {
  if (latestFirst.length === 0) return null;
  const number = latestFirst.find(({ award }) => comparableNumber(award?.number ?? null) !== null)?.award?.number;
  return {
    number: number ?? firstGiven(latestFirst, ({ award }) => award?.number ?? null),
    date: firstGiven(latestFirst, ({ award }) => award?.date ?? null),
    amountUsd: latestFirst.find(({ award }) => typeof award?.amountUsd === 'number')?.award?.amountUsd ?? null,
    awardee: firstGiven(latestFirst, ({ award }) => award?.awardee ?? null),
  };
}

function firstGiven(notices: readonly Notice[], field: (notice: Notice) => string | null): string | null {
  for (const notice of notices) {
    const value = field(notice);
    if (value !== null && value.trim() !== '') return value;
  }
  return null;
}
