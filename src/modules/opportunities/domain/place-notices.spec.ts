import fc from 'fast-check';
import { aNotice, anAward } from '../../../../test/support/notices';
import { toIncoming } from './incoming-notice';
import type { Notice } from './notice';
import { type Placement, placeNotices, type Sibling } from './place-notices';

const place = (notices: readonly Notice[], stored: readonly Sibling[] = []): readonly Placement[] => {
  let count = 0;
  return placeNotices(stored, notices.map(toIncoming), () => `new-${(count += 1)}`);
};

/** Which notices ended in one opportunity, whatever its id. */
const groupsOf = (placements: readonly Placement[]): string[] => {
  const groups = new Map<string, string[]>();
  for (const { opportunityId, incoming } of placements) {
    groups.set(opportunityId, [...(groups.get(opportunityId) ?? []), incoming.notice.sourceNoticeId]);
  }
  return [...groups.values()].map((ids) => ids.sort().join('+')).sort();
};

const key = toIncoming(aNotice()).procurement;
const sibling = (siblingNumber: number, awardNumber: string | null): Sibling => ({
  opportunityId: `stored-${siblingNumber}`,
  procurementKey: key,
  siblingNumber,
  awardNumber,
});

describe('placing notices', () => {
  it('puts amendments and the first contract into one opportunity and every further contract into its own', () => {
    const notices = [
      anAward('C-1', { sourceNoticeId: 'c1', postedAt: new Date('2026-04-03Z') }),
      anAward('C-2', { sourceNoticeId: 'c2', postedAt: new Date('2026-04-04Z') }),
      anAward('C1', { sourceNoticeId: 'c1-again', postedAt: new Date('2026-04-05Z') }),
      aNotice({ sourceNoticeId: 'amendment', postedAt: new Date('2026-04-06Z') }),
      aNotice({ sourceNoticeId: 'first' }),
    ];
    expect(groupsOf(place(notices))).toEqual(['amendment+c1+c1-again+first', 'c2']);
  });

  it('gives the same groups in every order', () => {
    const notices = [
      aNotice({ sourceNoticeId: 'o' }),
      aNotice({ sourceNoticeId: 'p', type: 'p' }),
      ...['C-1', 'C-2', 'C-3', null].map((number) => anAward(number, { sourceNoticeId: `award ${number}` })),
      aNotice({ sourceNoticeId: 'other', solicitationNumber: '36C26126Q0460' }),
    ];
    const expected = groupsOf(place(notices));
    fc.assert(
      fc.property(fc.shuffledSubarray(notices, { minLength: notices.length }), (order) => {
        expect(groupsOf(place(order))).toEqual(expected);
      }),
    );
  });

  it.each<[string, Notice, string, Placement['outcome']]>([
    ['an amendment joins the lead', aNotice(), 'stored-0', 'merged'],
    ['a known contract joins its sibling', anAward('C-2'), 'stored-1', 'merged'],
    ['an award without a number joins the lead', anAward(null), 'stored-0', 'merged'],
    ['an award with a placeholder joins the lead', anAward('Multiple'), 'stored-0', 'merged'],
    ['a new contract starts a sibling', anAward('C-3'), 'new-1', 'created'],
  ])('%s', (_, notice, opportunityId, outcome) => {
    const [placement] = place([notice], [sibling(1, 'C2'), sibling(0, 'C1')]);
    expect(placement).toMatchObject({ opportunityId, outcome });
  });

  it('numbers a new sibling behind the last one', () => {
    expect(place([anAward('C-9')], [sibling(0, 'C1'), sibling(4, 'C4')])[0]?.siblingNumber).toBe(5);
  });
});
