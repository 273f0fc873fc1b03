import {
  endOfDayInZone,
  fixedZone,
  instantInZone,
  parseCalendarDay,
  parseTimestamp,
  type PublishedTimestamp,
} from './timestamp';

const parsed = (text: string): PublishedTimestamp => {
  const timestamp = parseTimestamp(text);
  if (!timestamp) throw new Error(`${text} was not read`);
  return timestamp;
};

describe('parseTimestamp', () => {
  it.each([
    ['2026-04-24 23:24:04.649-04', -240],
    ['2026-04-24 23:24:04-0400', -240],
    ['2026-04-24T23:24:04.6-04:00', -240],
    ['2026-04-24T23:24Z', 0],
    ['2026-04-24T23:24:04+05:30', 330],
    ['2026-04-24T23:24:04', null],
  ])('reads %s', (text, offsetMinutes) => {
    expect(parseTimestamp(text)).toMatchObject({ year: 2026, month: 4, day: 24, offsetMinutes });
  });

  it.each([
    '',
    'soon',
    '04/24/2026',
    '2026-02-30',
    '2026-13-01',
    '2026-04-24T25:00:00Z',
    '2026-04-24T12:60',
    '2026-04-24T12:00:00+15:00',
    '0026-04-24',
    '2026-04-24 noon',
  ])('does not read %p', (text) => {
    expect(parseTimestamp(text)).toBeNull();
  });

  it('keeps a calendar day as it is written', () => {
    expect(parseCalendarDay('2026-05-01')).toBe('2026-05-01');
    expect(parseCalendarDay('2026-05-01T23:30:00-10:00')).toBe('2026-05-01');
  });
});

describe('instantInZone', () => {
  const inDenver = (text: string): string => instantInZone(parsed(text), 'America/Denver').toISOString();

  it.each([
    ['2026-01-15T17:00:00', '2026-01-16T00:00:00.000Z'],
    ['2026-07-15T17:00:00', '2026-07-15T23:00:00.000Z'],
    ['2026-03-08T01:59:00', '2026-03-08T08:59:00.000Z'],
    ['2026-03-08T03:00:00', '2026-03-08T09:00:00.000Z'],
    ['2026-11-01T00:30:00', '2026-11-01T06:30:00.000Z'],
    ['2026-11-01T02:00:00', '2026-11-01T09:00:00.000Z'],
  ])('reads %s in Utah as %s', (text, instant) => {
    expect(inDenver(text)).toBe(instant);
  });

  it('takes the first of the two times that a clock time happens in November', () => {
    expect(inDenver('2026-11-01T01:30:00')).toBe('2026-11-01T07:30:00.000Z');
  });

  it('puts a clock time that never happens in March after the change', () => {
    expect(inDenver('2026-03-08T02:30:00')).toBe('2026-03-08T09:30:00.000Z');
  });
});

describe('endOfDayInZone', () => {
  it.each([
    ['2026-05-01', 'America/Denver', '2026-05-02T06:00:00.000Z'],
    ['2026-05-01', 'America/New_York', '2026-05-02T04:00:00.000Z'],
    ['2026-03-08', 'America/Denver', '2026-03-09T06:00:00.000Z'],
    ['2026-11-01', 'America/Denver', '2026-11-02T07:00:00.000Z'],
    ['2026-12-31', 'Pacific/Guam', '2026-12-31T14:00:00.000Z'],
  ])('ends %s in %s at %s', (day, zone, instant) => {
    expect(endOfDayInZone(parsed(day), zone).toISOString()).toBe(instant);
  });
});

describe('fixedZone', () => {
  it.each([
    [-420, 'UTC-07:00'],
    [330, 'UTC+05:30'],
    [0, 'UTC'],
  ])('writes %i minutes as %s', (minutes, zone) => {
    expect(fixedZone(minutes)).toBe(zone);
  });
});
