import {
  certificationStatuses,
  noticeTypes,
  opportunityStatuses,
  referenceLookups,
} from '../../../../test/support/eligibility';
import { decideEligibility } from './decide-eligibility';
import type { BusinessStanding, HeldCertification, OpportunityTerms } from './eligibility-input';

/**
 * notice: type, then optionally its status, the source `utah`, and a deadline (default: 2026-12-15 noon in Utah, `none`).
 * firm: `program:status:validFrom..expiresOn`, comma-separated, `-` for none. size: revenue in USD and employees.
 * decided by: the rule that decides, which must have the verdict that the expectation implies.
 * "Now" is 2026-11-23, noon in Utah.
 */
const TABLE = `
notice                | set-aside | naics  | firm                              | size              | expected     | decided by
k                     | NONE      | 541512 | -                                 | -                 | eligible     | set-aside.unrestricted
o                     | NONE      | 541512 | -                                 | -                 | eligible     | set-aside.unrestricted
k                     | none      |        | -                                 | -                 | eligible     | set-aside.unrestricted
p                     | NONE      | 541512 | -                                 | -                 | not_eligible | notice.biddable
r                     | NONE      | 541512 | -                                 | -                 | not_eligible | notice.biddable
r                     |           | 541512 | -                                 | -                 | not_eligible | notice.biddable
s                     | NONE      | 541512 | -                                 | -                 | not_eligible | notice.biddable
i                     | NONE      | 541512 | -                                 | -                 | not_eligible | notice.biddable
a                     | NONE      | 541512 | -                                 | -                 | not_eligible | notice.biddable
u                     | NONE      | 541512 | -                                 | -                 | not_eligible | notice.biddable
g                     | NONE      | 541512 | -                                 | -                 | not_eligible | notice.biddable
a                     | SBA       | 541512 | -                                 | rev=1M            | not_eligible | notice.biddable
k draft               | NONE      | 541512 | -                                 | -                 | not_eligible | notice.open
k closed              | NONE      | 541512 | -                                 | -                 | not_eligible | notice.open
k awarded             | NONE      | 541512 | -                                 | -                 | not_eligible | notice.open
k cancelled           | NONE      | 541512 | -                                 | -                 | not_eligible | notice.open
k archived            | NONE      | 541512 | -                                 | -                 | not_eligible | notice.open
k withdrawn           | NONE      | 541512 | -                                 | -                 | not_eligible | notice.open
k 2026-11-23T18:59:59 | NONE      | 541512 | -                                 | -                 | not_eligible | notice.open
k 2026-11-23T19:00:00 | NONE      | 541512 | -                                 | -                 | not_eligible | notice.open
k 2026-11-23T19:00:01 | NONE      | 541512 | -                                 | -                 | eligible     | notice.open
k none                | NONE      | 541512 | -                                 | -                 | eligible     | notice.open
k utah                | NONE      | 541512 | -                                 | -                 | eligible     | set-aside.unrestricted
k closed              | 8A        | 541512 | -                                 | -                 | not_eligible | notice.open
k                     |           | 541512 | -                                 | rev=1M            | unknown      | set-aside.not-stated
k                     | []        | 541512 | -                                 | rev=1M            | unknown      | set-aside.not-stated
k utah                |           |        | -                                 | -                 | unknown      | set-aside.not-stated
k                     |           | 541512 | hubzone:active:..2028-01-01       | rev=1M            | unknown      | set-aside.not-stated
k                     | ZZZ       | 541512 | -                                 | rev=1M            | unknown      | set-aside.unrecognised
k                     | SB        | 541512 | -                                 | rev=1M            | unknown      | set-aside.unrecognised
k                     | HMT       | 541512 | -                                 | rev=1M            | unknown      | set-aside.unrecognised
k                     | 8AN       | 541512 | 8a:active:..2030-01-01            | rev=1M            | not_eligible | set-aside.sole-source
k                     | HZS       | 541512 | hubzone:active:..2030-01-01       | rev=1M            | not_eligible | set-aside.sole-source
k                     | SDVOSBS   | 541512 | sdvosb:active:..2030-01-01        | rev=1M            | not_eligible | set-aside.sole-source
k                     | WOSBSS    | 541512 | wosb:active:..2030-01-01          | rev=1M            | not_eligible | set-aside.sole-source
k                     | EDWOSBSS  | 541512 | edwosb:active:..2030-01-01        | rev=1M            | not_eligible | set-aside.sole-source
k                     | VSS       | 541512 | vosb:active:..2030-01-01          | rev=1M            | not_eligible | set-aside.sole-source
k                     | SBP       | 541512 | -                                 | -                 | eligible     | set-aside.partial-small-business
k                     | SBP       | 541512 | -                                 | rev=900M emp=9000 | eligible     | set-aside.partial-small-business
k                     | LAS       | 541512 | -                                 | rev=1M            | unknown      | set-aside.local-area
k                     | SBA       | 541512 | -                                 | rev=1M            | eligible     | set-aside.small-business
k                     | sba       | 541512 | -                                 | rev=1M            | eligible     | set-aside.small-business
k                     | ["SBA"]   | 541512 | -                                 | rev=1M            | eligible     | set-aside.small-business
k                     | SBA       | 541512 | hubzone:active:..2030-01-01       | rev=1M            | eligible     | set-aside.small-business
k                     | SBA       | 541512 | wosb:active:..2030-01-01          | rev=1M            | eligible     | set-aside.small-business
k                     | SBA       | 541512 | 8a:active:..2030-01-01            | rev=1M            | eligible     | set-aside.small-business
k                     | SBA       | 541512 | 8a:suspended:..2030-01-01         | rev=1M            | eligible     | set-aside.small-business
k                     | SBA       | 541512 | sdvosb:active:..2030-01-01        | rev=35M           | not_eligible | size.small
k                     | SBA       | 541512 | hubzone:active:..2030-01-01       | rev=35M           | not_eligible | size.small
k                     | SBA       | 541512 | -                                 | rev=34M           | eligible     | size.small
k                     | SBA       | 541512 | -                                 | rev=34000001      | not_eligible | size.small
k                     | SBA       | 541512 | -                                 | rev=0             | eligible     | size.small
k                     | SBA       | 541512 | -                                 | -                 | unknown      | size.small
k                     | SBA       | 541512 | -                                 | emp=12            | unknown      | size.small
k                     | SBA       |        | -                                 | rev=1M emp=1      | unknown      | size.small
k                     | SBA       | 54     | -                                 | rev=1M emp=1      | unknown      | size.small
k                     | SBA       | 5415   | -                                 | rev=1M emp=1      | unknown      | size.small
k                     | SBA       | 54151  | -                                 | rev=1M emp=1      | unknown      | size.small
k                     | SBA       | 511210 | -                                 | rev=1M emp=1      | unknown      | size.small
k 2019-05-01 closed   | SBA       | 541512 | -                                 | rev=1M emp=1      | not_eligible | notice.open
k                     | SBA       | 336411 | -                                 | emp=1500          | eligible     | size.small
k                     | SBA       | 336411 | -                                 | emp=1501          | not_eligible | size.small
k                     | SBA       | 336411 | -                                 | emp=0             | eligible     | size.small
k                     | SBA       | 336411 | -                                 | rev=1M            | unknown      | size.small
k                     | SBA       | 236220 | -                                 | rev=45M           | eligible     | size.small
k                     | SBA       | 236220 | -                                 | rev=45.1M         | not_eligible | size.small
k                     | SBA       | 522110 | -                                 | rev=1M emp=1      | unknown      | size.small
k                     | SBA       | 541330 | -                                 | rev=20M           | eligible     | size.small
k                     | SBA       | 541330 | -                                 | rev=30M           | unknown      | size.small
k                     | SBA       | 541330 | -                                 | rev=50M           | not_eligible | size.small
k                     | SBA       | 541519 | -                                 | rev=20M emp=100   | eligible     | size.small
k                     | SBA       | 541519 | -                                 | rev=40M emp=100   | unknown      | size.small
k                     | SBA       | 541519 | -                                 | rev=20M           | unknown      | size.small
k                     | SBA       | 541519 | -                                 | rev=40M emp=200   | not_eligible | size.small
k                     | 8A        | 541512 | 8a:active:..2030-01-01            | rev=1M            | eligible     | set-aside.8a
k                     | 8a        | 541512 | 8A:active:..2030-01-01            | rev=1M            | eligible     | set-aside.8a
k                     | 8A        | 541512 | 8(a):active:..2030-01-01          | rev=1M            | eligible     | set-aside.8a
k                     | 8A        | 541512 | 8a:active:..2030-01-01            | rev=35M           | not_eligible | size.small
k                     | 8A        | 541512 | 8a:active:..2030-01-01            | -                 | unknown      | size.small
k                     | 8A        | 541512 | 8a:suspended:..2030-01-01         | rev=1M            | not_eligible | set-aside.8a
k                     | 8A        | 541512 | 8a:graduated:..2030-01-01         | rev=1M            | not_eligible | set-aside.8a
k                     | 8A        | 541512 | 8a:expired:..                     | rev=1M            | not_eligible | set-aside.8a
k                     | 8A        | 541512 | 8a:pending:..                     | rev=1M            | not_eligible | set-aside.8a
k                     | 8A        | 541512 | 8a:applied:..                     | rev=1M            | not_eligible | set-aside.8a
k                     | 8A        | 541512 | 8a:active:..                      | rev=1M            | unknown      | set-aside.8a
k                     | 8A        | 541512 | sdb:active:..                     | rev=1M            | not_eligible | set-aside.8a
k                     | 8A        | 541512 | -                                 | rev=1M            | not_eligible | set-aside.8a
k                     | HZC       | 541512 | hubzone:active:..2030-01-01       | rev=1M            | eligible     | set-aside.hubzone
k                     | HZC       | 541512 | HUBZone:active:..2030-01-01       | rev=1M            | eligible     | set-aside.hubzone
k                     | HZC       | 541512 | hubzone:pending:..                | rev=1M            | not_eligible | set-aside.hubzone
k                     | HZC       | 541512 | hubzone:applied:..                | rev=1M            | not_eligible | set-aside.hubzone
k                     | HZC       | 541512 | hubzone:suspended:..2030-01-01    | rev=1M            | not_eligible | set-aside.hubzone
k                     | HZC       | 541512 | hubzone:active:..2030-01-01       | rev=35M           | not_eligible | size.small
k                     | HZC       | 541512 | 8a:active:..2030-01-01            | rev=1M            | not_eligible | set-aside.hubzone
k                     | HZC       | 541512 | -                                 | rev=1M            | not_eligible | set-aside.hubzone
k                     | HZC       | 541512 | hubzone:active:..2026-12-14       | rev=1M            | not_eligible | set-aside.hubzone
k                     | HZC       | 541512 | hubzone:active:..2026-12-15       | rev=1M            | eligible     | set-aside.hubzone
k                     | HZC       | 541512 | hubzone:active:2026-12-15..2027-01-01 | rev=1M        | eligible     | set-aside.hubzone
k                     | HZC       | 541512 | hubzone:active:2026-12-16..2027-01-01 | rev=1M        | not_eligible | set-aside.hubzone
k                     | HZC       | 541512 | hubzone:active:2026-12-16..       | rev=1M            | not_eligible | set-aside.hubzone
k                     | HZC       | 541512 | hubzone:active:2024-01-01..       | rev=1M            | unknown      | set-aside.hubzone
k none                | HZC       | 541512 | hubzone:active:..2026-11-23       | rev=1M            | eligible     | set-aside.hubzone
k none                | HZC       | 541512 | hubzone:active:..2026-11-22       | rev=1M            | not_eligible | set-aside.hubzone
k 2026-12-16T06:59:00 | HZC       | 541512 | hubzone:active:..2026-12-15       | rev=1M            | eligible     | set-aside.hubzone
k 2026-12-16T07:00:00 | HZC       | 541512 | hubzone:active:..2026-12-15       | rev=1M            | not_eligible | set-aside.hubzone
k 2026-12-15          | HZC       | 541512 | hubzone:active:..2026-12-15       | rev=1M            | eligible     | set-aside.hubzone
k 2026-12-16          | HZC       | 541512 | hubzone:active:..2026-12-15       | rev=1M            | not_eligible | set-aside.hubzone
k                     | HZC       | 541512 | hubzone:expired:..2025-01-01, hubzone:active:..2030-01-01 | rev=1M | eligible | set-aside.hubzone
k                     | HZC       | 541512 | hubzone:active:.., hubzone:expired:..2025-01-01 | rev=1M | unknown | set-aside.hubzone
k                     | SDVOSBC   | 541512 | sdvosb:active:..2030-01-01        | rev=1M            | eligible     | set-aside.sdvosb
k                     | SDVOSBC   | 541512 | vosb:active:..2030-01-01          | rev=1M            | not_eligible | set-aside.sdvosb
k                     | SDVOSBC   | 541512 | sdvosb:pending:..                 | rev=1M            | not_eligible | set-aside.sdvosb
k                     | SDVOSBC   | 541512 | sdvosb:active:..                  | rev=1M            | unknown      | set-aside.sdvosb
k                     | SDVOSBC   | 541512 | sdvosb:active:..2026-12-01        | rev=1M            | not_eligible | set-aside.sdvosb
k                     | SDVOSBC   | 541512 | sdvosb:active:..2030-01-01        | rev=35M           | not_eligible | size.small
k                     | SDVOSBC   | 541512 | -                                 | rev=1M            | not_eligible | set-aside.sdvosb
k                     | VSA       | 541512 | vosb:active:..2030-01-01          | rev=1M            | eligible     | set-aside.vosb-va
k                     | VSA       | 541512 | sdvosb:active:..2030-01-01        | rev=1M            | eligible     | set-aside.vosb-va
k                     | VSA       | 541512 | vosb:pending:..                   | rev=1M            | not_eligible | set-aside.vosb-va
k                     | VSA       | 541512 | -                                 | rev=1M            | not_eligible | set-aside.vosb-va
k                     | WOSB      | 541512 | wosb:active:..2030-01-01          | rev=1M            | eligible     | set-aside.wosb
k                     | WOSB      | 541512 | edwosb:active:..2030-01-01        | rev=1M            | eligible     | set-aside.wosb
k                     | WOSB      | 541512 | wosb:pending:..                   | rev=1M            | eligible     | set-aside.wosb
k                     | WOSB      | 541512 | wosb:applied:..                   | rev=1M            | eligible     | set-aside.wosb
k                     | WOSB      | 541512 | edwosb:pending:..                 | rev=1M            | eligible     | set-aside.wosb
k                     | WOSB      | 541512 | wosb:pending:..                   | rev=35M           | not_eligible | size.small
k                     | WOSB      | 541512 | wosb:expired:..2025-01-01         | rev=1M            | not_eligible | set-aside.wosb
k                     | WOSB      | 541512 | wosb:suspended:..2030-01-01       | rev=1M            | not_eligible | set-aside.wosb
k                     | WOSB      | 541512 | wosb:active:..                    | rev=1M            | unknown      | set-aside.wosb
k                     | WOSB      | 541512 | -                                 | rev=1M            | not_eligible | set-aside.wosb
k                     | EDWOSB    | 541512 | edwosb:active:..2030-01-01        | rev=1M            | eligible     | set-aside.edwosb
k                     | EDWOSB    | 541512 | wosb:active:..2030-01-01          | rev=1M            | not_eligible | set-aside.edwosb
k                     | EDWOSB    | 541512 | wosb:pending:..                   | rev=1M            | not_eligible | set-aside.edwosb
k                     | EDWOSB    | 541512 | edwosb:pending:..                 | rev=1M            | eligible     | set-aside.edwosb
k                     | EDWOSB    | 541512 | edwosb:active:..2026-12-14        | rev=1M            | not_eligible | set-aside.edwosb
k                     | IEE       | 541512 | iee:active:..                     | -                 | eligible     | set-aside.indian
k                     | IEE       | 541512 | iee:active:..                     | rev=900M emp=9000 | eligible     | set-aside.indian
k                     | IEE       | 541512 | -                                 | rev=1M            | not_eligible | set-aside.indian
k                     | ISBEE     | 541512 | iee:active:..                     | rev=1M            | eligible     | set-aside.indian
k                     | ISBEE     | 541512 | iee:active:..                     | rev=35M           | not_eligible | size.small
k                     | ISBEE     | 541512 | iee:active:..                     | -                 | unknown      | size.small
k                     | ISBEE     | 541512 | 8a:active:..2030-01-01            | rev=1M            | not_eligible | set-aside.indian
k                     | BICiv     | 541512 | iee:active:..                     | -                 | eligible     | set-aside.indian
k                     | BICIV     | 541512 | -                                 | -                 | not_eligible | set-aside.indian
k                     | NONE      | 541512 | hubzone:expired:..2020-01-01      | rev=900M          | eligible     | set-aside.unrestricted
k                     | HZC       | 541512 | :active:..2030-01-01              | rev=1M            | not_eligible | set-aside.hubzone
k                     | HZC       | 541512 | zone:active:..2030-01-01          | rev=1M            | not_eligible | set-aside.hubzone
`;

const NOW = new Date('2026-11-23T19:00:00Z');
const ZONE = 'America/Denver';

const amount = (text: string): number => (text.endsWith('M') ? Number(text.slice(0, -1)) * 1_000_000 : Number(text));

const figure = (size: string, name: string): number | null => {
  const found = new RegExp(`${name}=(\\S+)`).exec(size)?.[1];
  return found === undefined ? null : amount(found);
};

const oneOf = <T extends string>(all: readonly T[], text: string | undefined): T => {
  const found = all.find((candidate) => candidate === text);
  if (found === undefined) throw new Error(`"${text}" is not one of ${all.join(', ')}`);
  return found;
};

function certificationsOf(firm: string): HeldCertification[] {
  if (firm === '-') return [];
  return firm.split(', ').map((text) => {
    const [program = '', status, term = ''] = text.split(':');
    const [validFrom = '', expiresOn = ''] = term.split('..');
    return {
      program,
      status: oneOf(certificationStatuses, status),
      validFrom: validFrom || null,
      expiresOn: expiresOn || null,
    };
  });
}

function deadlineOf(words: readonly string[]): OpportunityTerms['responseDeadline'] {
  if (words.includes('none')) return null;
  const text = words.find((word) => /^\d{4}-/.test(word)) ?? '2026-12-15T19:00:00';
  if (text.includes('T')) return { at: new Date(`${text}Z`), zone: ZONE, dateOnly: false };
  const endOfDayInUtah = new Date(`${text}T00:00:00Z`).getTime() + (24 + 7) * 3_600_000;
  return { at: new Date(endOfDayInUtah), zone: ZONE, dateOnly: true };
}

interface Case {
  readonly line: string;
  readonly business: BusinessStanding;
  readonly opportunity: OpportunityTerms;
  readonly expected: string;
  readonly rule: string;
}

const cases: Case[] = TABLE.trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [notice = '', setAside = '', naics = '', firm = '-', size = '', expected = '', rule = ''] = line
      .split(' | ')
      .map((cell) => cell.trim());
    const [type, ...words] = notice.split(' ');
    return {
      line: line.replace(/\s+/g, ' '),
      business: {
        certifications: certificationsOf(firm),
        annualRevenue: figure(size, 'rev'),
        employeeCount: figure(size, 'emp'),
      },
      opportunity: {
        source: words.includes('utah') ? 'utah' : 'sam',
        noticeType: oneOf(noticeTypes, type),
        setAside: setAside || null,
        naicsCode: naics || null,
        responseDeadline: deadlineOf(words),
        status: opportunityStatuses.find((status) => words.includes(status)) ?? 'open',
      },
      expected,
      rule,
    };
  });

const VERDICT_OF_DECIDING_GATE: Readonly<Record<string, string>> = {
  eligible: 'pass',
  not_eligible: 'fail',
  unknown: 'unknown',
};

describe('golden table of eligibility', () => {
  const lookups = referenceLookups();

  it('has at least 120 cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
  });

  it.each(cases)('$line', ({ business, opportunity, expected, rule }) => {
    const decision = decideEligibility({ business, opportunity, lookups, now: NOW });
    const deciding = decision.gates.find((gate) => gate.rule === rule);
    expect({ verdict: decision.verdict, decidedBy: deciding?.verdict }).toEqual({
      verdict: expected,
      decidedBy: VERDICT_OF_DECIDING_GATE[expected],
    });
  });

  it('asks exactly one question for every unknown gate and none otherwise, and cites every rule', () => {
    for (const { business, opportunity } of cases) {
      for (const gate of decideEligibility({ business, opportunity, lookups, now: NOW }).gates) {
        const questions = gate.question?.split('?').length ?? 1;
        expect(questions - 1).toBe(gate.verdict === 'unknown' ? 1 : 0);
        expect(gate.version).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(gate.source).not.toBe('');
        expect(gate.reason).toMatch(/\.$/);
      }
    }
  });
});
