import fc from 'fast-check';
import { aNotice, anAward, dueAt } from '../../../../test/support/notices';
import { foldNotices } from './fold-notices';
import type { Notice } from './notice';

const on = (day: number, given: Partial<Notice> = {}): Notice =>
  aNotice({ sourceNoticeId: `day-${day}`, postedAt: new Date(Date.UTC(2026, 3, day)), ...given });

describe('the state of an opportunity', () => {
  it('is what the latest notice says', () => {
    const folded = foldNotices([
      on(1, { type: 'p', title: 'Planned', setAside: 'SBA' }),
      on(5, { type: 'o', title: 'Amended', setAside: '8A', responseDeadline: dueAt('2026-05-01T20:00:00Z') }),
      on(3, { type: 'o', title: 'First', setAside: 'SBA' }),
    ]);
    expect(folded).toMatchObject({ noticeType: 'o', title: 'Amended', setAside: '8A', noticeCount: 3 });
    expect(folded.responseDeadline?.text).toBe('2026-05-01T20:00:00Z');
    expect([folded.publishedAt, folded.postedAt]).toEqual([on(1).postedAt, on(5).postedAt]);
  });

  it('stays open to offers when a presolicitation or special notice is published beside the solicitation', () => {
    const folded = foldNotices([
      on(1, { type: 'o', title: 'Solicitation', setAside: 'SBA', responseDeadline: dueAt('2026-06-09T20:00:00Z') }),
      on(5, { type: 'p', title: 'Presolicitation', setAside: null, responseDeadline: null }),
      on(6, { type: 's', title: 'Industry day', setAside: null, responseDeadline: null }),
    ]);
    expect(folded).toMatchObject({ noticeType: 'o', title: 'Solicitation', setAside: 'SBA', noticeCount: 3 });
    expect(folded.responseDeadline?.text).toBe('2026-06-09T20:00:00Z');
    expect(folded.postedAt).toEqual(on(6).postedAt);
  });

  it('keeps what was wanted after an award and a justification', () => {
    const folded = foldNotices([
      on(1, { title: 'Roof repair', setAside: 'HZC' }),
      on(2, { type: 'a', title: 'AWARD', award: { number: 'C-1', date: '2026-04-02', amountUsd: 5, awardee: 'ACME' } }),
      on(3, { type: 'u', title: 'JUSTIFICATION' }),
    ]);
    expect(folded).toMatchObject({ noticeType: 'a', title: 'Roof repair', setAside: 'HZC', awardedAt: on(2).postedAt });
    expect(folded.award).toEqual({ number: 'C-1', date: '2026-04-02', amountUsd: 5, awardee: 'ACME' });
  });

  it('stays awarded whatever is published afterwards, unless offers are asked for again until a day', () => {
    const award = on(2, { type: 'a', award: { number: 'C-1', date: null, amountUsd: null, awardee: 'ACME' } });
    for (const later of [on(3, { type: 's' }), on(3, { type: 'p' }), on(3, { type: 'o', responseDeadline: null })]) {
      expect(foldNotices([on(1), award, later])).toMatchObject({ noticeType: 'a', awardedAt: award.postedAt });
    }
    const again = foldNotices([on(1), award, on(3, { type: 'o', responseDeadline: dueAt('2026-06-09T20:00:00Z') })]);
    expect(again).toMatchObject({ noticeType: 'o', awardedAt: null });
  });

  it('stays open beside a justification that was published with the solicitation', () => {
    const running = on(1, { type: 'o', responseDeadline: dueAt('2026-06-01T20:00:00Z') });
    expect(foldNotices([running, on(3, { type: 'u' })])).toMatchObject({ noticeType: 'o' });
    const undated = on(1, { type: 'o', responseDeadline: null });
    expect(foldNotices([undated, on(3, { type: 'u' })])).toMatchObject({ noticeType: 'u' });
  });

  it('falls back to the latest description and codes that are given, never to an earlier set-aside or deadline', () => {
    const folded = foldNotices([
      on(1, { setAside: 'SBA', responseDeadline: dueAt('2026-05-01T20:00:00Z') }),
      on(2, { description: ' ', naicsCode: null, pscCode: '', solicitationNumber: null, setAside: null }),
    ]);
    expect(folded).toMatchObject({
      description: 'Switches and routers for the base.',
      naicsCode: '541512',
      pscCode: 'DA01',
      solicitationNumber: 'W912XX-26-R-0001',
      setAside: null,
      responseDeadline: null,
    });
  });

  it('completes an award from its earlier notices and prefers a real number to a placeholder', () => {
    const folded = foldNotices([
      on(1, { type: 'a', award: { number: 'C-1', date: '2026-04-01', amountUsd: 0, awardee: null } }),
      on(2, { type: 'a', award: { number: 'Various', date: null, amountUsd: null, awardee: 'ACME' } }),
    ]);
    expect(folded.award).toEqual({ number: 'C-1', date: '2026-04-01', amountUsd: 0, awardee: 'ACME' });
  });

  it('does not depend on the order in which the notices arrive', () => {
    const notices = [
      on(1, { type: 'p' }),
      on(2),
      on(2, { sourceNoticeId: 'same-day', title: 'B' }),
      anAward('C-1'),
      on(9),
    ];
    const expected = foldNotices(notices);
    fc.assert(
      fc.property(fc.shuffledSubarray(notices, { minLength: notices.length }), (order) => {
        expect(foldNotices(order)).toEqual(expected);
      }),
    );
  });

  it('needs a notice', () => expect(() => foldNotices([])).toThrow(RangeError));
});
