import { Client } from 'pg';
import type { WorkerProcess } from '../support/processes';
import { Stage } from '../support/stage';
import { until } from '../support/until';
import { Visitor } from '../support/visitor';

// Some 280 lists are made twice, by workers that are ended again and again.
jest.setTimeout(600_000);

const NOTICES = 120;
/** Businesses whose owners came through the API: a job each. */
const ANNOUNCED = 40;
/** Businesses of which no job tells: the sweep has to find them. */
const UNANNOUNCED = 240;

let stage: Stage;
let database: Client;

const ask = async (text: string): Promise<number> => {
  const { rows } = await database.query<{ n: string }>(text);
  return Number(rows[0]?.n);
};

const countMatched = (): Promise<number> =>
  ask(`SELECT count(*) AS n FROM match_states state JOIN businesses ON id = business_id
        WHERE matched_revision = match_revision`);

const UNMATCHED = 'SELECT count(*) AS n FROM opportunities WHERE matched_revision <> match_revision';

/** A number that stands for the content of all lists. */
const fingerprint = (): Promise<number> =>
  ask(`SELECT sum(hashtext(concat_ws('/', business_id, opportunity_id, score, confidence, eligibility)))::bigint AS n
         FROM matches`);

beforeAll(async () => {
  stage = await Stage.open();
  await stage.importNotices(NOTICES);
  const api = await stage.startApi();
  for (let made = 0; made < ANNOUNCED; made += 10) {
    await Promise.all(Array.from({ length: 10 }, async () => (await Visitor.register(api.url)).createBusiness()));
  }
  await api.stop('SIGKILL');
  database = new Client({ connectionString: stage.environment['DATABASE_MIGRATION_URL'] });
  await database.connect();
  await database.query(
    `WITH made AS (
       INSERT INTO businesses (id, company_name, description, zip_code, match_revision, version, created_at, updated_at)
       SELECT gen_random_uuid(), 'Boiler Works ' || number, 'Boilers and ventilation', '84101', 1, 1, now(), now()
         FROM generate_series(1, ${UNANNOUNCED}) AS number
       RETURNING id)
     INSERT INTO business_naics_codes (id, business_id, code, is_primary)
     SELECT gen_random_uuid(), id, '238220', true FROM made`,
  );
});

afterAll(async () => {
  await database.end();
  await stage.close();
});

/** Starts a worker and ends it when it has matched some more, but not all. */
const interrupt = async (
  signal: NodeJS.Signals,
  more: number,
): Promise<{ worker: WorkerProcess; milliseconds: number }> => {
  const before = await countMatched();
  const worker = await stage.startWorker();
  await until(`${more} more are matched`, async () => (await countMatched()) >= before + more);
  const { end, milliseconds } = await worker.stop(signal);
  const after = await countMatched();
  console.info(
    `${signal} at ${before} to ${after} matched businesses: ended with ${end} after ${milliseconds.toFixed()} ms`,
  );
  expect(after).toBeLessThan(ANNOUNCED + UNANNOUNCED);
  expect(end).toBe(signal === 'SIGKILL' ? 'SIGKILL' : 0);
  return { worker, milliseconds };
};

describe('matching that is interrupted again and again', () => {
  it('is finished by whoever comes next, as if nothing had happened', async () => {
    for (let kill = 1; kill <= 2; kill += 1) await interrupt('SIGKILL', 3);
    const { worker, milliseconds } = await interrupt('SIGTERM', 3);
    expect(milliseconds).toBeLessThan(25_000);
    expect(worker.log).not.toMatch(/"level":"(error|fatal)"/);

    await interrupt('SIGKILL', ANNOUNCED);
    const last = await stage.startWorker();
    const startedAt = performance.now();
    await until('all businesses are matched', async () => (await countMatched()) === ANNOUNCED + UNANNOUNCED, 240);
    await until('all opportunities are matched', async () => (await ask(UNMATCHED)) === 0);
    console.info(`the rest was matched after ${(performance.now() - startedAt).toFixed()} ms`);
    const made = await fingerprint();
    expect(await ask('SELECT count(*) AS n FROM matches')).toBeGreaterThanOrEqual(ANNOUNCED + UNANNOUNCED);

    await last.stop();
    await stage.run('rematch');
    expect(await fingerprint()).toBe(made);
  });
});
