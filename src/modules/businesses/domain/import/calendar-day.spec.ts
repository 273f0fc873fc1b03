import { dayOfDigits, isCalendarDay } from './calendar-day';

describe('isCalendarDay', () => {
  it.each([
    ['2026-03-31', true],
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['2026-02-29', false],
    ['1900-02-29', false],
    ['2026-02-30', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['0026-01-01', false],
    ['3026-01-01', false],
    ['2026-1-1', false],
    ['2026-01-01T00:00', false],
    ['2026-01-01\n', false],
    ['', false],
  ])('%j: %s', (text, isDay) => {
    expect(isCalendarDay(text)).toBe(isDay);
  });
});

describe('dayOfDigits', () => {
  it.each([
    ['20220819', '2022-08-19'],
    [' 20220819 ', '2022-08-19'],
    ['20220229', undefined],
    ['00000000', undefined],
    ['2022081', undefined],
    ['2022-08-19', undefined],
    ['', undefined],
  ])('reads %j as %j', (text, day) => {
    expect(dayOfDigits(text)).toBe(day);
  });
});
