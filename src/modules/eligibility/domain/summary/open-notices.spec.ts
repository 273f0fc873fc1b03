import { referenceLookups } from '../../../../../test/support/eligibility';
import { aCertification, aReadyBusiness, aStatedBusiness } from '../../../../../test/support/stated-business';
import type { Business } from '../../../businesses';
import { loadReferenceFacts } from '../../../reference';
import type { OpportunityTerms } from '../eligibility-input';
import { changesOf } from './eligibility-summary';
import { nearCodesOf } from './near-codes';
import { type OpenNoticeCounts, openNoticeCounter } from './open-notices';

const NOW = new Date('2026-08-10T12:00:00Z');
const TODAY = '2026-08-10';
const facts = loadReferenceFacts();
const lookups = referenceLookups();

/** Due on 31 August 2026, when size standards are known. */
const notice = (given: Partial<OpportunityTerms> = {}): OpportunityTerms => ({
  source: 'sam',
  noticeType: 'o',
  setAside: 'NONE',
  naicsCode: '541512',
  pscCode: 'DA01',
  buyer: { department: null, subTier: null, office: null, officeCode: null },
  location: { state: null },
  responseDeadline: { at: new Date('2026-08-31T20:00:00Z'), zone: 'America/Denver', dateOnly: false },
  status: 'open',
  ...given,
});

const times = (count: number, given: Partial<OpportunityTerms>): OpportunityTerms[] =>
  Array.from({ length: count }, () => notice(given));

const countFor = (business: Business, pages: readonly (readonly OpportunityTerms[])[]): OpenNoticeCounts => {
  const counter = openNoticeCounter({
    business,
    changes: changesOf(business, facts, TODAY),
    near: nearCodesOf(business, facts),
    lookups,
    now: NOW,
  });
  for (const page of pages) counter.add(page);
  return counter.counts();
};

const opened = ({ openedBy }: OpenNoticeCounts): Record<string, number> =>
  Object.fromEntries(Array.from(openedBy, ([{ code }, count]) => [code, count]));

const board = [
  ...times(3, { setAside: 'NONE' }),
  ...times(4, { setAside: 'EDWOSB' }),
  ...times(2, { setAside: 'WOSB' }),
  ...times(1, { setAside: '["8A"]' }),
  ...times(5, { setAside: null }),
  ...times(1, { setAside: 'HZS' }),
];

interface Case {
  readonly name: string;
  readonly business: Business;
  readonly notices: readonly OpportunityTerms[];
  /** eligible, unknown, not eligible */
  readonly verdicts: readonly [number, number, number];
  readonly opens: Readonly<Record<string, number>>;
}

const cases: readonly Case[] = [
  {
    name: 'certifications open what is set aside for them, each by itself',
    business: aReadyBusiness(),
    notices: board,
    verdicts: [3, 5, 8],
    opens: { edwosb: 6, wosb: 2, '8a': 1 },
  },
  {
    name: 'a certification that is held is no change, and what it leaves closed is counted for the others',
    business: aReadyBusiness({ certifications: [aCertification('wosb')] }),
    notices: board,
    verdicts: [5, 5, 6],
    opens: { edwosb: 4, '8a': 1 },
  },
  {
    name: 'a certification that has ended counts as not held',
    business: aReadyBusiness({ certifications: [aCertification('edwosb', { expiresOn: '2026-08-09' })] }),
    notices: board,
    verdicts: [3, 5, 8],
    opens: { edwosb: 6, wosb: 2, '8a': 1 },
  },
  {
    name: 'a firm has one term in the 8(a) program: none can be gained after it',
    business: aReadyBusiness({ certifications: [aCertification('8a', { status: 'graduated' })] }),
    notices: board,
    verdicts: [3, 5, 8],
    opens: { edwosb: 6, wosb: 2 },
  },
  {
    name: 'a term in the 8(a) program that is over by its day is over',
    business: aReadyBusiness({ certifications: [aCertification('8a', { expiresOn: '2021-03-15' })] }),
    notices: board,
    verdicts: [3, 5, 8],
    opens: { edwosb: 6, wosb: 2 },
  },
  {
    name: 'a missing term opens what the certification is accepted for',
    business: aReadyBusiness({ certifications: [aCertification('edwosb', { expiresOn: null })] }),
    notices: board,
    verdicts: [3, 11, 2],
    opens: { certificationTerms: 6, wosb: 2, '8a': 1 },
  },
  {
    name: 'one fact that is missing opens what it alone keeps undecided',
    business: aReadyBusiness({ samRegistration: null }),
    notices: [...times(2, { setAside: 'NONE' }), ...times(3, { setAside: null }), ...times(1, { setAside: '8A' })],
    verdicts: [0, 5, 1],
    opens: { samRegistration: 2 },
  },
  {
    name: 'two facts that are missing open nothing one by one',
    business: aReadyBusiness({ samRegistration: null, excluded: null }),
    notices: times(2, { setAside: 'NONE' }),
    verdicts: [0, 2, 0],
    opens: {},
  },
  {
    name: 'size figures open set-asides for small firms, and leave open what has no standard',
    business: aReadyBusiness({ annualRevenue: null }),
    notices: [...times(2, { setAside: 'SBA' }), ...times(3, { setAside: 'SBA', naicsCode: '5415' })],
    verdicts: [0, 5, 0],
    opens: { sizeFigures: 2 },
  },
  {
    name: 'assets are size figures too, although no profile states them in a field of their own',
    business: aReadyBusiness(),
    notices: times(2, { setAside: 'SBA', naicsCode: '522110' }),
    verdicts: [0, 2, 0],
    opens: { sizeFigures: 2 },
  },
  {
    name: 'licences open construction of Utah, not that of federal buyers',
    business: aReadyBusiness(),
    notices: [
      ...times(2, { source: 'utah', naicsCode: '237310' }),
      ...times(1, { source: 'utah', naicsCode: '238210' }),
      ...times(1, { source: 'utah', naicsCode: '238220' }),
      ...times(4, { naicsCode: '237310' }),
    ],
    verdicts: [4, 4, 0],
    opens: { licences: 3 },
  },
  {
    name: 'an answer does not turn a refusal',
    business: aReadyBusiness({
      excluded: null,
      samRegistration: { status: 'expired', expiresOn: null, statedOn: TODAY },
    }),
    notices: times(3, {}),
    verdicts: [0, 0, 3],
    opens: {},
  },
  {
    name: 'what the firm does not want stays closed, whatever it holds',
    business: aReadyBusiness({
      ownExclusions: { naicsCodes: [], pscCodes: [], setAsides: ['EDWOSB'], states: [], agencies: [] },
    }),
    notices: board,
    verdicts: [3, 5, 8],
    opens: { edwosb: 2, wosb: 2, '8a': 1 },
  },
  { name: 'nothing is open', business: aStatedBusiness(), notices: [], verdicts: [0, 0, 0], opens: {} },
];

describe('counting open notices', () => {
  it.each(cases)('$name', ({ business, notices, verdicts: [eligible, unknown, refused], opens }) => {
    const counts = countFor(business, [notices]);
    expect(counts.verdicts).toEqual({ eligible, unknown, not_eligible: refused });
    expect(opened(counts)).toEqual(opens);
  });

  it('gives the same however the notices are split and ordered', () => {
    const business = aReadyBusiness({ annualRevenue: null });
    const whole = countFor(business, [board]);
    const pages = countFor(
      business,
      [...board].reverse().map((one) => [one]),
    );
    expect([pages.verdicts, opened(pages)]).toEqual([whole.verdicts, opened(whole)]);
  });

  it('counts the notices of each set-aside, in any spelling', () => {
    const { setAsides } = countFor(aReadyBusiness(), [
      [...board, notice({ setAside: 'bicIV' }), notice({ setAside: 'X' })],
    ]);
    expect(Object.fromEntries(setAsides)).toEqual({ NONE: 3, EDWOSB: 4, WOSB: 2, '8A': 1, HZS: 1, BICiv: 1 });
  });

  it('counts near codes of what the firm may bid on, or may be able to', () => {
    const counts = countFor(aReadyBusiness(), [
      [
        ...times(3, { naicsCode: '541519' }),
        ...times(2, { naicsCode: '541511', setAside: null }),
        ...times(1, { naicsCode: '541511', setAside: '8A' }),
        ...times(4, { naicsCode: '541512', pscCode: 'DA10' }),
        ...times(1, { naicsCode: '238210', pscCode: 'DB01' }),
      ],
    ]);
    expect(Object.fromEntries(counts.nearNaics)).toEqual({ 541519: 3, 541511: 2 });
    expect(Object.fromEntries(counts.nearPsc)).toEqual({ DA10: 4 });
  });

  it('decides once for all notices of one requirement', () => {
    const decided = jest.spyOn(lookups, 'setAside');
    countFor(aReadyBusiness(), [times(1, { setAside: '8A' })]);
    const forOne = decided.mock.calls.length;
    decided.mockClear();
    countFor(aReadyBusiness(), [times(50, { setAside: '8A' }), times(50, { setAside: '8A' })]);
    expect(decided.mock.calls.length).toBe(forOne);
    decided.mockRestore();
  });
});
