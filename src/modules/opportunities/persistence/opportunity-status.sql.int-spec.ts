import fc from 'fast-check';
import { Client } from 'pg';
import { dueAt } from '../../../../test/support/notices';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/template-database';
import { noticeTypes } from '../domain/notice';
import { isBiddable, opportunityStatus, type StatusFacts } from '../domain/opportunity-status';
import { IS_PUBLIC, isBiddableSql, isOpenSql, statusSql } from './opportunity-status.sql';

/** Instants close to the deadlines and archive days below, round the change to summer time too. */
const instant = fc
  .constantFrom(
    '2026-03-08T06:59:59.999Z',
    '2026-03-08T07:00:00Z',
    '2026-04-10T05:59:59.999Z',
    '2026-04-10T06:00:00Z',
    '2026-04-10T12:00:00Z',
  )
  .map((text) => new Date(text));
const sometimes = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { nil: null });

const someFacts: fc.Arbitrary<StatusFacts> = fc.record({
  noticeType: fc.constantFrom(...noticeTypes),
  publishedAt: sometimes(instant),
  withdrawnAt: sometimes(instant),
  cancelledAt: sometimes(instant),
  awardedAt: sometimes(instant),
  archiveOn: sometimes(fc.constantFrom('2026-03-07', '2026-03-08', '2026-04-09', '2026-04-10')),
  responseDeadline: sometimes(instant.map((at) => dueAt(at.toISOString()))),
});

describe('the status in SQL', () => {
  let database: TestDatabase;
  let client: Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const inSql = async (facts: readonly StatusFacts[], now: Date): Promise<readonly object[]> => {
    const { rows } = await client.query<object>(
      `select ${statusSql('$1')} as status, ${isOpenSql('$1')} as "isOpen", ${isBiddableSql('$1')} as "isBiddable",
              ${IS_PUBLIC} as "isPublic"
         from json_to_recordset($2::json) as o(position int, notice_type text, published_at timestamptz, withdrawn_at timestamptz,
              cancelled_at timestamptz, awarded_at timestamptz, archive_on date, response_due_at timestamptz)
        order by position`,
      [now, JSON.stringify(facts.map(toRow))],
    );
    return rows;
  };

  it('is the same as in code, for any facts at any time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someFacts, { minLength: 20, maxLength: 50 }), instant, async (facts, now) => {
        const inCode = facts.map((fact) => {
          const status = opportunityStatus(fact, now);
          const isPublic = status !== 'draft' && status !== 'withdrawn';
          return { status, isOpen: status === 'open', isBiddable: isBiddable(fact, now), isPublic };
        });
        expect(await inSql(facts, now)).toEqual(inCode);
      }),
    );
  });
});

const toRow = (facts: StatusFacts, position: number): object => ({
  position,
  notice_type: facts.noticeType,
  published_at: facts.publishedAt,
  withdrawn_at: facts.withdrawnAt,
  cancelled_at: facts.cancelledAt,
  awarded_at: facts.awardedAt,
  archive_on: facts.archiveOn,
  response_due_at: facts.responseDeadline?.at ?? null,
});
