import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import {
  aCertification,
  aLicence,
  aStanding,
  certificationStatuses,
  licenceStatuses,
  noticeTypes,
  opportunityStatuses,
  referenceLookups,
  samStatuses,
  someTerms,
} from '../../../../test/support/eligibility';
import { decideEligibility } from './decide-eligibility';
import type { BusinessStanding, HeldCertification, OpportunityTerms } from './eligibility-input';
import { RULE_TEXTS } from './rules';

/** How it is read is said at its top. */
const TABLE = readFileSync(join(__dirname, 'golden-table.txt'), 'utf8');

const NOW = new Date('2026-11-23T19:00:00Z');
const ZONE = 'America/Denver';
const STATED_ON = '2026-09-30';

type SizeRecord = BusinessStanding['sizeHistory'][number];

const amount = (text: string): number => (text.endsWith('M') ? Number(text.slice(0, -1)) * 1_000_000 : Number(text));

const unmasked = (text: string): string => text.replaceAll('_', ' ');

const oneOf = <T extends string>(all: readonly T[], text: string | undefined): T => {
  const found = all.find((candidate) => candidate === text);
  if (found === undefined) throw new Error(`"${text}" is not one of ${all.join(', ')}`);
  return found;
};

/** `first..last`: both may be missing. */
const term = (text = '..'): readonly [string | null, string | null] => {
  const [first = '', last = ''] = text.split('..');
  return [first || null, last || null];
};

function certificationsOf(firm: string): HeldCertification[] {
  if (firm === '-') return [];
  return firm.split(', ').map((text, index) => {
    const [program = '', status, days] = text.split(':');
    const [validFrom, expiresOn] = term(days);
    const id = `certification-${index}`;
    return aCertification({ id, program, status: oneOf(certificationStatuses, status), validFrom, expiresOn });
  });
}

const AMOUNTS = String.raw`([\d.]+M?)(?:/([\d.]+M?))?`;

const records = (
  measure: SizeRecord['measure'],
  periods: readonly string[],
  own = '',
  affiliates?: string,
): SizeRecord[] =>
  periods.map((period) => ({
    id: `${measure} ${period}`,
    measure,
    period,
    amount: amount(own),
    affiliatesAmount: affiliates === undefined ? null : amount(affiliates),
  }));

function yearsFrom(first = '', last = first): string[] {
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => String(Number(first) + index));
}

function monthsFrom(first = '', last = ''): string[] {
  const start = DateTime.fromISO(`${first}-01`);
  const count = DateTime.fromISO(`${last}-01`).diff(start, 'months').months + 1;
  return Array.from({ length: count }, (_, index) => start.plus({ months: index }).toFormat('yyyy-MM'));
}

function sizeHistoryOf(size: string): SizeRecord[] {
  const find = (pattern: string) => [...size.matchAll(new RegExp(pattern + AMOUNTS, 'g'))];
  return [
    ...find(String.raw`years=(\d{4})(?:-(\d{4}))?:`).flatMap(([, first, last, own, affiliates]) =>
      records('receipts', yearsFrom(first, last), own, affiliates),
    ),
    ...find(String.raw`months=([\d-]{7})\.\.([\d-]{7}):`).flatMap(([, first, last, own, affiliates]) =>
      records('employees', monthsFrom(first, last), own, affiliates),
    ),
    ...find(String.raw`assets=(\d{4}):`).flatMap(([, year, own, affiliates]) =>
      records(
        'assets',
        ['03', '06', '09', '12'].map((month) => `${year}-${month}`),
        own,
        affiliates,
      ),
    ),
  ];
}

function figuresOf(size: string): Partial<BusinessStanding> {
  const value = (name: string): string | undefined => new RegExp(`(?:^| )${name}=(\\S+)`).exec(size)?.[1];
  const figure = (name: string): number | null => {
    const found = value(name);
    return found === undefined ? null : amount(found);
  };
  return {
    annualRevenue: figure('rev'),
    employeeCount: figure('emp'),
    establishedOn: value('since') ?? null,
    fiscalYearEndMonth: figure('fye') ?? 12,
    sizeHistory: sizeHistoryOf(size),
  };
}

function registrationOf(text: string | undefined): BusinessStanding['samRegistration'] {
  if (text === '?') return null;
  const [status, last] = (text ?? 'active..2027-12-31').split('..');
  return { status: oneOf(samStatuses, status), expiresOn: last || null, statedOn: STATED_ON };
}

function standingOf(standing: string): Partial<BusinessStanding> {
  const words = standing === '-' ? [] : standing.split(', ');
  const values = (name: string): string[] =>
    words.filter((word) => word.startsWith(`${name}=`)).map((word) => unmasked(word.slice(name.length + 1)));
  const [registration] = values('sam');
  const [excluded = 'no'] = values('excluded');
  return {
    samRegistration: registrationOf(registration),
    excluded: excluded === '?' ? null : excluded === 'yes',
    excludedStatedOn: excluded === '?' ? null : STATED_ON,
    licences: values('licence').map((text, index) => {
      const [state = '', classification = '', rest = ''] = text.split(':');
      const [status, last] = rest.split('..');
      const id = `licence-${index}`;
      return aLicence({ id, state, classification, status: oneOf(licenceStatuses, status), expiresOn: last || null });
    }),
    ownExclusions: {
      naicsCodes: values('not-naics'),
      pscCodes: values('not-psc'),
      setAsides: values('not-set-aside'),
      states: values('not-state'),
      agencies: values('not-buyer'),
    },
  };
}

function deadlineOf(words: readonly string[]): OpportunityTerms['responseDeadline'] {
  if (words.includes('none')) return null;
  const text = words.find((word) => /^\d{4}-/.test(word)) ?? '2026-12-15T19:00:00';
  if (text.includes('T')) return { at: new Date(`${text}Z`), zone: ZONE, dateOnly: false };
  const nextDay = DateTime.fromISO(text, { zone: ZONE }).plus({ days: 1 });
  return { at: nextDay.toJSDate(), zone: ZONE, dateOnly: true };
}

function buyerOf(text: string): OpportunityTerms['buyer'] {
  const [department, subTier, office] = unmasked(text)
    .split('/')
    .map((name) => name || null);
  return { department: department ?? null, subTier: subTier ?? null, office: office ?? null, officeCode: null };
}

function opportunityOf(notice: string): Partial<OpportunityTerms> {
  const [type, ...words] = notice.split(' ');
  const value = (name: string): string | undefined =>
    words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
  return {
    source: (['utah', 'hub'] as const).find((source) => words.includes(source)) ?? 'sam',
    noticeType: oneOf(noticeTypes, type),
    buyer: buyerOf(value('by') ?? ''),
    location: { state: value('in') ?? null },
    responseDeadline: deadlineOf(words),
    status: opportunityStatuses.find((status) => words.includes(status)) ?? 'open',
  };
}

interface Case {
  readonly line: string;
  readonly business: BusinessStanding;
  readonly opportunity: OpportunityTerms;
  readonly expected: string;
  readonly rule: string;
}

const COLUMNS = 9;

const cases: Case[] = TABLE.split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    if (cells.length !== COLUMNS) throw new Error(`${cells.length} columns: ${line}`);
    const [notice = '', setAside, naicsCode, pscCode, firm = '', size = '', standing = '', ...outcome] = cells;
    const [expected = '', rule = ''] = outcome;
    return {
      line: cells.join(' | '),
      business: aStanding({ ...figuresOf(size), ...standingOf(standing), certifications: certificationsOf(firm) }),
      opportunity: someTerms({
        ...opportunityOf(notice),
        setAside: setAside || null,
        naicsCode: naicsCode || null,
        pscCode: pscCode || null,
      }),
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
  const decide = ({ business, opportunity }: Case) => decideEligibility({ business, opportunity, lookups, now: NOW });
  const allGates = () => cases.flatMap((each) => decide(each).gates);

  it('has at least 250 cases, all different', () => {
    expect(cases.length).toBeGreaterThanOrEqual(250);
    expect(new Set(cases.map(({ line }) => line)).size).toBe(cases.length);
  });

  it.each(cases)('$line', (each) => {
    const decision = decide(each);
    const deciding = decision.gates.find((gate) => gate.rule === each.rule);
    expect({ verdict: decision.verdict, decidedBy: deciding?.verdict }).toEqual({
      verdict: each.expected,
      decidedBy: VERDICT_OF_DECIDING_GATE[each.expected],
    });
  });

  it('has every rule decide at least once', () => {
    const deciding = new Set(cases.map(({ rule }) => rule));
    expect([...deciding].sort()).toEqual([...new Set(RULE_TEXTS.map(({ rule }) => rule))].sort());
  });

  it('cites every text of a rule, and none that is not listed', () => {
    const text = ({ rule, version, source }: (typeof RULE_TEXTS)[number]): string =>
      [rule, version, source].join(' | ');
    expect([...new Set(allGates().map(text))].sort()).toEqual(RULE_TEXTS.map(text).sort());
  });

  it('asks exactly one question for every unknown gate and none otherwise, and cites every rule', () => {
    for (const gate of allGates()) {
      const questions = gate.question?.split('?').length ?? 1;
      expect(questions - 1).toBe(gate.verdict === 'unknown' ? 1 : 0);
      expect(gate.version).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(gate.source).not.toBe('');
      expect(gate.reason).toMatch(/^[A-Z0-9].*\.$/);
    }
  });

  it('names what of the profile was used, in whole sentences', () => {
    for (const { evidence } of allGates()) {
      for (const { field, statement } of evidence) {
        expect(field).toMatch(/^[a-zA-Z.]+$/);
        expect(statement).toMatch(/^[A-Z0-9].*\.$/);
      }
    }
  });
});
