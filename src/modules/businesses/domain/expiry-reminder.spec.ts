import { daysAfter, type DueReminder, reminderWindows, wholeBusinesses } from './expiry-reminder';

describe('the days that reminders are for', () => {
  it('follow each other without gap from today on', () => {
    expect(reminderWindows('2026-04-10')).toEqual([
      { days: 7, first: '2026-04-10', last: '2026-04-17' },
      { days: 30, first: '2026-04-18', last: '2026-05-10' },
      { days: 90, first: '2026-05-11', last: '2026-07-09' },
    ]);
  });

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-07', 2, '2026-03-09'],
    ['2026-10-31', 2, '2026-11-02'],
  ])('%s and %i days is %s, whatever clocks are turned', (day, days, after) => {
    expect(daysAfter(day, days)).toBe(after);
  });
});

describe('a step', () => {
  const due = (...businessIds: string[]): DueReminder[] =>
    businessIds.map((businessId, index) => ({
      businessId,
      kind: 'licence',
      subject: String(index),
      expiresOn: '2026-05-01',
      days: 30,
      ownerId: 'o',
      email: 'e',
    }));

  it('that is full leaves the last business to the next one', () => {
    expect(wholeBusinesses(due('a', 'a', 'b', 'b'), 4)).toEqual(due('a', 'a'));
  });

  it('that one business fills alone holds it', () => {
    expect(wholeBusinesses(due('a', 'a', 'a'), 3)).toHaveLength(3);
  });

  it('that is not full holds all', () => {
    expect(wholeBusinesses(due('a', 'a', 'b', 'b'), 5)).toHaveLength(4);
    expect(wholeBusinesses([], 5)).toEqual([]);
  });
});
