import { DateTime } from 'luxon';
import type { Place } from '../../opportunities';
import { readDeadline } from './deadline';

const place = (state: string | null, country: string | null = 'USA'): Place => ({
  city: null,
  state,
  zip: null,
  country,
});
const nowhere = place(null, null);

describe('readDeadline', () => {
  it('names the zone of the office where its clocks agree with the offset', () => {
    const deadline = readDeadline('2026-05-01T16:30:00-06:00', place('UT'), place('NY'));
    expect(deadline).toEqual({
      at: new Date('2026-05-01T22:30:00Z'),
      zone: 'America/Denver',
      text: '2026-05-01T16:30:00-06:00',
      dateOnly: false,
    });
  });

  it('names the zone of the place of performance where only that agrees', () => {
    expect(readDeadline('2026-05-01T16:30:00-06:00', place('VA'), place('UT'))?.zone).toBe('America/Denver');
  });

  it('finds the smaller zone of a state with two', () => {
    expect(readDeadline('2026-05-01T16:30:00-05:00', place('FL'), nowhere)?.zone).toBe('America/Chicago');
  });

  it('keeps the bare offset where no place agrees: −07:00 in May is not Utah', () => {
    const deadline = readDeadline('2026-05-01T16:30:00-07:00', place('UT'), place('UT'));
    expect(deadline).toMatchObject({ at: new Date('2026-05-01T23:30:00Z'), zone: 'UTC-07:00' });
  });

  it('reads a deadline without zone on the clock of the office', () => {
    expect(readDeadline('2026-05-01T16:30:00', place('UT'), place('NY'))).toMatchObject({
      at: new Date('2026-05-01T22:30:00Z'),
      zone: 'America/Denver',
    });
  });

  it('reads it on the clock of the place of performance where the office is unknown, else on that of Washington', () => {
    expect(readDeadline('2026-05-01T16:30:00', nowhere, place('HI'))?.zone).toBe('Pacific/Honolulu');
    expect(readDeadline('2026-05-01T16:30:00', nowhere, nowhere)?.zone).toBe('America/New_York');
  });

  it('does not take Western Australia for Washington', () => {
    expect(readDeadline('2026-05-01T16:30:00', place('WA', 'AUS'), nowhere)?.zone).toBe('America/New_York');
  });

  it('lets a bare date stand for that whole day of the office, never of UTC', () => {
    const deadline = readDeadline('2026-05-01', place('UT'), nowhere);
    expect(deadline).toEqual({
      at: new Date('2026-05-02T06:00:00Z'),
      zone: 'America/Denver',
      text: '2026-05-01',
      dateOnly: true,
    });
  });

  it('keeps deadlines far ahead', () => {
    expect(readDeadline('2033-12-31T23:59:00-05:00', nowhere, nowhere)?.at).toEqual(new Date('2034-01-01T04:59:00Z'));
  });

  it.each(['TBD', '05/01/2026', '2026-02-30'])('does not read %p', (text) => {
    expect(readDeadline(text, place('UT'), nowhere)).toBeNull();
  });

  it.each(['-05:00', '+09:00', '+05:30', 'Z'])(
    'names a zone for %s that shows the published clock time again',
    (offset) => {
      const deadline = readDeadline(`2026-05-01T16:30:00${offset}`, nowhere, nowhere);
      const shown = DateTime.fromJSDate(deadline?.at ?? new Date(0), { zone: deadline?.zone ?? 'invalid' });
      expect(shown.toFormat('yyyy-MM-dd HH:mm')).toBe('2026-05-01 16:30');
    },
  );
});
