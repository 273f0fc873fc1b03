import { aReadyBusiness } from '../../../../../test/support/stated-business';
import { loadReferenceFacts } from '../../../reference';
import type { Change, OpenNoticeCounts } from './open-notices';
import { openingsOf } from './would-open';

const facts = loadReferenceFacts();
const business = aReadyBusiness();

const certified = (code: Extract<Change, { kind: 'certification' }>['code']): Change => ({
  kind: 'certification',
  code,
  business,
});
const answered = (code: Extract<Change, { kind: 'answer' }>['code']): Change => ({ kind: 'answer', code, business });

const counts = (given: Partial<OpenNoticeCounts>): OpenNoticeCounts => ({
  verdicts: { eligible: 0, unknown: 0, not_eligible: 0 },
  setAsides: new Map(),
  openedBy: new Map(),
  nearNaics: new Map(),
  nearPsc: new Map(),
  ...given,
});

describe('what one change would open', () => {
  it.each<[Partial<OpenNoticeCounts>, string]>([
    [
      { openedBy: new Map([[certified('edwosb'), 14]]) },
      'EDWOSB certification would make 14 more open notices eligible.',
    ],
    [{ openedBy: new Map([[certified('8a'), 1]]) }, '8(a) certification would make 1 more open notice eligible.'],
    [
      { openedBy: new Map([[certified('iee'), 2]]) },
      'Indian Economic Enterprise status would make 2 more open notices eligible.',
    ],
    [
      { openedBy: new Map([[answered('samRegistration'), 40]]) },
      'Stating an active registration in SAM.gov would make 40 more open notices eligible.',
    ],
    [
      { nearNaics: new Map([['541519', 31]]) },
      'Listing NAICS 541519 would bring to your industry codes 31 open notices that you may bid on or whose answer is open.',
    ],
    [
      { nearPsc: new Map([['DA10', 1]]) },
      'Listing PSC DA10 would bring to your product and service codes 1 open notice that you may bid on or whose answer is open.',
    ],
  ])('says it in a sentence', (given, sentence) => {
    expect(openingsOf(counts(given), facts).map((opening) => opening.sentence)).toEqual([sentence]);
  });

  it('names programs, facts and codes', () => {
    const given = counts({
      openedBy: new Map([
        [certified('hubzone'), 4],
        [answered('excluded'), 3],
      ]),
      nearNaics: new Map([['541519', 2]]),
      nearPsc: new Map([['DA10', 1]]),
    });
    expect(openingsOf(given, facts).map(({ kind, code, name, opens }) => [kind, code, name, opens])).toEqual([
      ['certification', 'hubzone', facts.programs.get('hubzone')?.name, 4],
      ['answer', 'excluded', 'Exclusions', 3],
      ['naics-code', '541519', 'Other Computer Related Services', 2],
      ['psc-code', 'DA10', facts.psc.get('DA10')?.name, 1],
    ]);
  });

  it('puts the best first and keeps facts and certifications before codes where there is no room for all', () => {
    const nearNaics = new Map(Array.from({ length: 30 }, (_, index) => [String(111_110 + index), 100 - index]));
    const openedBy = new Map([
      [certified('8a'), 1],
      [certified('vosb'), 200],
    ]);
    const openings = openingsOf(counts({ nearNaics, openedBy }), facts);
    expect(openings).toHaveLength(20);
    expect(openings.map(({ opens }) => opens)).toEqual([
      200,
      ...Array.from({ length: 18 }, (_, index) => 100 - index),
      1,
    ]);
    expect(openings.at(-1)?.code).toBe('8a');
  });

  it('has nothing to say where nothing would change', () => {
    expect(openingsOf(counts({}), facts)).toEqual([]);
  });
});
