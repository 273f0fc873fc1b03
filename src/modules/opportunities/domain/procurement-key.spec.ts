import { aNotice } from '../../../../test/support/notices';
import type { Notice } from './notice';
import { comparableNumber, procurementKey } from './procurement-key';

const keyOf = (solicitationNumber: string | null, given: Partial<Notice> = {}): string =>
  procurementKey(aNotice({ solicitationNumber, ...given }));

const byOffice = (department: string, officeCode: string | null): Partial<Notice> => ({
  buyer: { department, subTier: null, office: null, officeCode },
});

describe('which notices belong to one procurement', () => {
  it('is decided by the number alone where it is unique government-wide, however it is punctuated', () => {
    expect(keyOf('N00104-26RBR40', byOffice('DEPT OF DEFENSE', 'N00104'))).toBe(
      keyOf('n0010426rbr40', { sourceNoticeId: 'notice-2', title: 'Other title', ...byOffice('NAVY', null) }),
    );
  });

  it.each([null, '', '  ', 'VARIOUS', 'N/A', 'n.a.', 'TBD', 'None', 'Multiple', 'See attached', '1', '55555', '---'])(
    'leaves a notice with the number %p alone',
    (number) => {
      expect(keyOf(number, { sourceNoticeId: 'a' })).not.toBe(keyOf(number, { sourceNoticeId: 'b' }));
    },
  );

  it.each(['26005', 'BLDG107', '832674126', 'PBJ-SQUEEZER'])('needs the same department for %s', (number) => {
    const army = keyOf(number, { sourceNoticeId: 'a', ...byOffice('DEPT OF DEFENSE', null) });
    expect(keyOf(number, { sourceNoticeId: 'b', ...byOffice('Dept. of Defense', 'X') })).toBe(army);
    expect(keyOf(number, { sourceNoticeId: 'b', ...byOffice('INTERIOR', null) })).not.toBe(army);
  });

  it.each(['SPRDL1', null])('does not group all that an office buys under its own code (code known: %p)', (code) => {
    const office = byOffice('DEPT OF DEFENSE', code);
    const valve = keyOf('SPRDL1', { sourceNoticeId: 'a', title: 'VALVE', ...office });
    expect(keyOf('SPRDL1', { sourceNoticeId: 'b', title: 'PUMP', ...office })).not.toBe(valve);
    expect(keyOf('SPRDL1', { sourceNoticeId: 'c', title: 'Valve', ...office })).toBe(valve);
  });

  it('never joins notices of different sources', () => {
    expect(keyOf('N0010426RBR40', { source: 'utah' })).not.toBe(keyOf('N0010426RBR40'));
  });
});

describe('a comparable number', () => {
  it('keeps letters and digits only', () => expect(comparableNumber(' 36c-10x_26 (q)0001 ')).toBe('36C10X26Q0001'));
  it('is null for placeholders', () => expect(comparableNumber('Various')).toBeNull());
});
