import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { outputOf } from '../../scripts/local-services/commands';
import { Load } from '../support/load';
import { ApiProcess, WorkerProcess } from '../support/processes';
import { Stage } from '../support/stage';
import { until } from '../support/until';
import { type Answer, ask, Visitor } from '../support/visitor';

/** Several times what the shipped limits add up to, on a machine that is busy with other tests. */
const LONGER_THAN_ANY_LIMIT_MS = 15_000;
/** The limits as they are shipped, which other tests on a busy machine go without. */
const SHIPPED = { DATABASE_REQUEST_TIMEOUT_MS: '1400', DATABASE_REQUEST_WAIT_MS: '1000' };

let stage: Stage;
let api: ApiProcess;
let worker: WorkerProcess;
let owner: Visitor;
let businessId: string;

beforeAll(async () => {
  stage = await Stage.open();
  await stage.importNotices(30);
  [api, worker] = await Promise.all([stage.startApi(SHIPPED), stage.startWorker()]);
  owner = await Visitor.register(api.url);
  businessId = String((await owner.createBusiness()).body['id']);
});

afterAll(() => stage.close());

afterEach(() => {
  expect({ api: api.end, worker: worker.end }).toEqual({ api: undefined, worker: undefined });
  for (const { log } of [api, worker]) expect(log).not.toMatch(/"level":"fatal"/);
});

/** What people do all day: reads with and without an account, sign-ins, registrations and changes. */
const requests = (): (() => Promise<Answer>)[] => [
  () => owner.get('/auth/me'),
  () => owner.get('/opportunities?limit=5'),
  () => owner.get('/matching/opportunities'),
  () => Visitor.logIn(api.url, owner.number),
  () => Visitor.tryToRegister(api.url),
  () => owner.put(`/businesses/${businessId}`, { employeeCount: (staff += 1) }),
  () => ask(`${api.url}/health/ready`),
  () => ask(`${api.url}/health/detailed`),
];

let staff = 0;

interface Fault {
  readonly name: string;
  readonly begin: () => Promise<unknown>;
  readonly end: () => Promise<unknown>;
}

const faults: readonly Fault[] = [
  { name: 'stopped', begin: () => stage.services.postgres.stop('fast'), end: () => stage.services.postgres.start() },
  {
    name: 'crashed',
    begin: () => stage.services.postgres.stop('immediate'),
    end: () => stage.services.postgres.start(),
  },
  { name: 'frozen', begin: () => signalPostgres('SIGSTOP'), end: () => signalPostgres('SIGCONT') },
];

describe.each(faults)('while PostgreSQL is $name', ({ name, begin, end }) => {
  it('every request is answered in time, and all goes on afterwards', async () => {
    const load = new Load([...requests(), ...requests().slice(0, 5)]);
    await until('the load runs', () => load.answers.length > 50);
    await begin();
    const before = load.answers.length;
    await until('the outage is noticed', async () => (await ask(`${api.url}/health/ready`)).status === 503);

    // Answered while PostgreSQL is away: nobody waits for it to come back.
    const outage = await Promise.all(requests().map((request) => request()));
    outage.forEach(expectUnavailable);
    expect(outage.filter(({ milliseconds }) => milliseconds > LONGER_THAN_ANY_LIMIT_MS)).toEqual([]);
    expect((await ask(`${api.url}/health/live`)).status).toBe(200);
    await until('a hundred answers', () => load.answers.length > before + 100);

    await end();
    const endedAt = performance.now();
    await until('the API is ready', async () => (await ask(`${api.url}/health/ready`)).status === 200);
    const readyAfter = performance.now() - endedAt;
    await load.stop();

    expect(load.failures).toEqual([]);
    expect(api.log.split('\n').filter((line) => line.includes('"status":500'))).toEqual([]);
    expect(Object.keys(load.statuses).filter((status) => !['200', '201', '503'].includes(status))).toEqual([]);
    load.answers.filter(({ status }) => status === 503).forEach(expectUnavailable);
    console.info(
      `PostgreSQL ${name}: slowest answer ${slowestRequests(api.log)[0]?.milliseconds} ms (${load.slowest.toFixed()} ms to the client), ready ${readyAfter.toFixed()} ms after`,
      load.statuses,
    );

    const again = await Promise.all(requests().map((request) => request()));
    expect(again.map(({ status }) => status)).toEqual([200, 200, 200, 200, 201, 200, 200, 200]);
    const newcomer = await Visitor.register(api.url);
    expect((await newcomer.createBusiness()).status).toBe(201);
    console.info(`matched after ${(await newcomer.untilMatched()).toFixed()} ms`);
  });
});

describe('a start without PostgreSQL', () => {
  it('is tried for a while, then given up with a clear line', async () => {
    const nowhere = { ...stage.environment, DATABASE_URL: 'postgres://nobody:secret@localhost:1/hub' };
    const processes = [new ApiProcess(nowhere), new WorkerProcess(nowhere)].map((started) => stage.watch(started));
    for (const started of processes) {
      expect(await started.ended).toBe(1);
      const fatal = started.log.split('\n').filter((line) => line.includes('"level":"fatal"'));
      expect(fatal.map((line) => JSON.parse(line).message)).toEqual(['The database is not reachable.']);
      expect(started.log).not.toContain('secret');
    }
  });
});

interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly milliseconds: number;
}

/** As the API measured them: on a busy machine the client's own waiting would be counted too. */
const slowestRequests = (log: string): readonly LoggedRequest[] =>
  log
    .split('\n')
    .filter((line) => line.includes('"message":"request"'))
    .map((line): LoggedRequest => JSON.parse(line))
    .sort((one, other) => other.milliseconds - one.milliseconds);

/** 503 as RFC 9457 problem details, with a time to come back. */
const expectUnavailable = ({ status, headers, body }: Answer): void => {
  expect(status).toBe(503);
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(body).toMatchObject({ status: 503, title: expect.any(String) });
};

/** To the server of the stage's own data directory and to all its processes. */
const signalPostgres = async (signal: 'SIGSTOP' | 'SIGCONT'): Promise<void> => {
  const pidFile = await readFile(path.join(stage.services.directory, 'postgres', 'postmaster.pid'), 'utf8');
  const postmaster = Number(pidFile.split('\n', 1)[0]);
  const table = await outputOf('ps', ['-A', '-o', 'pid=,ppid=']);
  const children = table.split('\n').flatMap((line) => {
    const [pid, parent] = line.trim().split(/\s+/).map(Number);
    return pid !== undefined && parent === postmaster ? [pid] : [];
  });
  for (const pid of [postmaster, ...children]) process.kill(pid, signal);
};
