import type { OpportunityTerms } from './eligibility-input';
import { responseDay } from './response-day';

const now = new Date('2026-11-23T19:00:00Z');

describe('response date', () => {
  const on = (deadline: OpportunityTerms['responseDeadline']) => responseDay(deadline, now);

  it('is the local day of the deadline in its own zone', () => {
    const at = new Date('2026-12-16T03:00:00Z');
    expect(on({ at, zone: 'America/Denver', dateOnly: false })).toBe('2026-12-15');
    expect(on({ at, zone: 'UTC+09:00', dateOnly: false })).toBe('2026-12-16');
  });

  it('is the day before a deadline at midnight, at whose instant no offer can be made any more', () => {
    const zone = 'America/Denver';
    expect(on({ at: new Date('2026-12-16T07:00:00Z'), zone, dateOnly: false })).toBe('2026-12-15');
    expect(on({ at: new Date('2026-12-16T07:00:00.001Z'), zone, dateOnly: false })).toBe('2026-12-16');
  });

  it('does not shift a date-only deadline, whether its end is kept as the last or as the first instant', () => {
    const zone = 'America/Denver';
    expect(on({ at: new Date('2026-12-16T06:59:59.999Z'), zone, dateOnly: true })).toBe('2026-12-15');
    expect(on({ at: new Date('2026-12-16T07:00:00Z'), zone, dateOnly: true })).toBe('2026-12-15');
  });

  it('is today in Utah without a deadline, and falls back to Utah for an unreadable zone', () => {
    expect(responseDay(null, new Date('2026-11-24T06:59:00Z'))).toBe('2026-11-23');
    expect(on({ at: new Date('2026-12-16T03:00:00Z'), zone: 'Nowhere', dateOnly: false })).toBe('2026-12-15');
  });
});
