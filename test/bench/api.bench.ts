import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import path from 'node:path';
import autocannon from 'autocannon';
import { Client } from 'pg';
import { migrate } from '../../src/commands/migrate';
import { patience } from '../support/patience';
import { ApiProcess } from '../support/processes';
import type { Environment } from '../support/services-probes';
import { ask, Visitor } from '../support/visitor';
import type { Figure } from './figure';

const NOW = '2026-11-23T18:00:00Z';
const CONNECTIONS = 16;
/** Long enough for both to be compiled: the hub has more code, and is interpreted longer. */
const WARM_UP_SECONDS = 20;
const SECONDS = 8;
const ROUNDS = 3;

interface Contestant {
  readonly name: string;
  readonly url: string;
  readonly rates: number[];
}

/**
 * How many profiles with their five lists a second one process answers, beside the least that could answer them: Node's own
 * server and `pg` with the same token and the same statements. Round after round in turn, so that all meet the same machine.
 */
export const benchApi = async (services: Environment): Promise<readonly Figure[]> => {
  const secret = 'bench-access-secret-of-more-than-thirty-two-characters';
  const environment = {
    ...services,
    ...patience,
    HUB_NOW: NOW,
    JWT_ACCESS_SECRET: secret,
    THROTTLE_SCALE: '1000',
    THROTTLE_REQUESTS_PER_MINUTE: '10000000',
  };
  await migrate(services['DATABASE_MIGRATION_URL'] ?? '', services['DATABASE_URL'] ?? '', new Date(NOW));
  const uncached = await new ApiProcess({ ...environment, CACHE_VIEW_SECONDS: '0' }).untilUp();
  const cached = await new ApiProcess(environment).untilUp();
  const bare = await startBare(environment);
  try {
    const visitor = await Visitor.register(uncached.url);
    const id = await describeFirm(uncached.url, visitor.token);
    await settle(services['DATABASE_MIGRATION_URL'] ?? '');
    const contestants: readonly Contestant[] = [
      { name: 'bare', url: `${bare.url}/${id}`, rates: [] },
      { name: 'hub, no cache', url: `${uncached.url}/api/v1/businesses/${id}`, rates: [] },
      { name: 'hub, cache', url: `${cached.url}/api/v1/businesses/${id}`, rates: [] },
    ];
    for (const each of contestants) await rateOf(each, visitor.token, WARM_UP_SECONDS);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const each of contestants) each.rates.push(await rateOf(each, visitor.token, SECONDS));
    }
    return figures(contestants);
  } finally {
    bare.process.kill('SIGKILL');
    await Promise.all([uncached.stop('SIGKILL'), cached.stop('SIGKILL')]);
  }
};

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const figures = (contestants: readonly Contestant[]): readonly Figure[] => {
  const [bare, uncached, cached] = contestants.map(({ rates }) => median(rates));
  const rounds = (at: number): string => (contestants[at]?.rates ?? []).map(Math.round).join(', ');
  const ratio = (rate: number | undefined): string => ((rate ?? Number.NaN) / (bare ?? Number.NaN)).toFixed(2);
  return [
    { what: 'bare Node + pg, requests/s', measured: Math.round(bare ?? 0), baseline: `rounds: ${rounds(0)}` },
    { what: 'GET /businesses/{id}, no cache', measured: Math.round(uncached ?? 0), baseline: `rounds: ${rounds(1)}` },
    { what: 'ratio', measured: ratio(uncached), baseline: 'at least 0.6' },
    { what: 'GET /businesses/{id}, cache', measured: Math.round(cached ?? 0), baseline: `rounds: ${rounds(2)}` },
    { what: 'ratio', measured: ratio(cached), baseline: 'above 1.0' },
  ];
};

const rateOf = async ({ name, url }: Contestant, token: string, seconds: number): Promise<number> => {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { authorization: `Bearer ${token}` },
  });
  if (result.non2xx > 0 || result.errors > 0 || result.requests.total === 0) {
    throw new Error(`${name}: ${result.non2xx} refused, ${result.errors} failed of ${result.requests.total}`);
  }
  return result.requests.average;
};

/** A firm whose five lists are as long as those of a firm that fills them in with care. */
const describeFirm = async (url: string, token: string): Promise<string> => {
  const naics = ['541512', '541511', '541513', '541519', '541611', '541690', '518210', '541330', '561210', '611420'];
  const psc = ['DA01', 'DA10', 'DB01', 'DC01', 'DD01', 'DE01', 'DF01', 'DG01', 'DH01', 'DJ01'];
  const text = 'Switches, routers, help desks and cloud services for public agencies of the Mountain West. ';
  const body = {
    companyName: 'Bench Networks',
    ueiNumber: 'ZQGGHJH74DW7',
    description: text.repeat(8),
    zipCode: '84101',
    employeeCount: 24,
    annualRevenue: 3_900_000,
    samRegistration: { status: 'active', expiresOn: '2027-06-30' },
    excluded: false,
    naicsCodes: naics.map((code, index) => ({ code, isPrimary: index === 0 })),
    pscCodes: psc.map((code) => ({ code })),
    certifications: ['hubzone', 'wosb', 'sdb'].map((program) => ({
      program,
      status: 'active',
      expiresOn: '2028-01-01',
    })),
    services: Array.from({ length: 6 }, (_, index) => ({ title: `Service ${index}`, description: text })),
    pastPerformance: Array.from({ length: 6 }, (_, index) => ({
      title: `Contract ${index}`,
      description: text,
      department: 'DEPT OF DEFENSE',
      naicsCode: '541512',
      valueUsd: 90_000,
    })),
  };
  const { status, body: created } = await ask(`${url}/api/v1/businesses`, { token, body });
  if (status !== 201) throw new Error(`Not created: ${JSON.stringify(created)}`);
  return String(created['id']);
};

/** Statements are planned by what the tables hold now. */
const settle = async (url: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
};

const startBare = async (environment: Environment): Promise<{ process: ChildProcess; url: string }> => {
  const child = spawn(process.execPath, ['-r', '@swc-node/register', path.join(__dirname, 'bare-handler.ts')], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) return { process: child, url: line };
  throw new Error('The bare handler did not start.');
};
