import { dueAt } from '../../../../test/support/notices';
import { isBiddable, opportunityStatus, type StatusFacts } from './opportunity-status';

const NOW = new Date('2026-04-10T12:00:00Z');
const EARLIER = new Date('2026-04-01T00:00:00Z');

const facts = (given: Partial<StatusFacts>): StatusFacts => ({
  noticeType: 'o',
  publishedAt: EARLIER,
  withdrawnAt: null,
  cancelledAt: null,
  awardedAt: null,
  archiveOn: null,
  responseDeadline: null,
  ...given,
});

describe('the status of an opportunity', () => {
  it.each<[string, Partial<StatusFacts>, string]>([
    ['without a deadline is open', {}, 'open'],
    ['one millisecond before the deadline is open', { responseDeadline: dueAt('2026-04-10T12:00:00.001Z') }, 'open'],
    ['at the very deadline is closed', { responseDeadline: dueAt('2026-04-10T12:00:00.000Z') }, 'closed'],
    [
      'a sources sought without deadline is open until its archive day is over',
      { noticeType: 'r', archiveOn: '2026-04-10' },
      'open',
    ],
    ['after its archive day is archived', { noticeType: 'r', archiveOn: '2026-04-09' }, 'archived'],
    ['a justification is closed', { noticeType: 'u' }, 'closed'],
    ['an award is awarded, archived or not', { noticeType: 'a', archiveOn: '2026-01-01' }, 'awarded'],
    ['a justification after an award is awarded', { noticeType: 'u', awardedAt: EARLIER }, 'awarded'],
    ['whatever was published after an award is awarded', { noticeType: 's', awardedAt: EARLIER }, 'awarded'],
    ['cancelled outranks awarded', { noticeType: 'a', cancelledAt: EARLIER }, 'cancelled'],
    ['never published is a draft', { publishedAt: null, cancelledAt: EARLIER }, 'draft'],
    ['withdrawn outranks everything', { withdrawnAt: EARLIER, publishedAt: null }, 'withdrawn'],
  ])('%s', (_, given, status) => {
    expect(opportunityStatus(facts(given), NOW)).toBe(status);
  });

  it('counts archive days in Utah, not in UTC', () => {
    const archived = facts({ archiveOn: '2026-04-10' });
    expect(opportunityStatus(archived, new Date('2026-04-11T05:59:59Z'))).toBe('open');
    expect(opportunityStatus(archived, new Date('2026-04-11T06:00:00Z'))).toBe('archived');
  });
});

describe('an offer may be made', () => {
  it.each(['o', 'k'] as const)('on %s while it is open', (noticeType) => {
    expect(isBiddable(facts({ noticeType, responseDeadline: dueAt('2026-04-11T12:00:00Z') }), NOW)).toBe(true);
    expect(isBiddable(facts({ noticeType, responseDeadline: dueAt('2026-04-10T12:00:00Z') }), NOW)).toBe(false);
  });

  it.each(['p', 'r', 's', 'i', 'a', 'u', 'g'] as const)('never on %s', (noticeType) => {
    expect(isBiddable(facts({ noticeType }), NOW)).toBe(false);
  });
});
