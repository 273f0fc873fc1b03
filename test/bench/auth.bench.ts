import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { migrate } from '../../src/commands/migrate';
import { Load } from '../support/load';
import { ApiProcess, runCommand } from '../support/processes';
import { samExtract, samRow } from '../support/sam-extract';
import type { Environment } from '../support/services-probes';
import { type Answer, ask, Visitor } from '../support/visitor';
import type { Figure } from './figure';

const NOW = '2026-04-25T18:00:00Z';
const NOTICES = 2_000;
const PEOPLE = 50;
const READERS = 4;
const SECONDS = 30;

/** How requests for opportunities fare while 50 people sign in again and again, beside the same requests at rest. */
export const benchAuth = async (services: Environment): Promise<readonly Figure[]> => {
  const environment = { ...services, HUB_NOW: NOW, PASSWORD_HASH_COST: '12', THROTTLE_SCALE: '1000' };
  await migrate(services['DATABASE_MIGRATION_URL'] ?? '', services['DATABASE_URL'] ?? '', new Date(NOW));
  await importNotices(environment);
  const api = await new ApiProcess(environment).untilUp();
  try {
    await registerPeople(api.url);
    await readFor(5, api.url);
    const atRest = await readFor(SECONDS, api.url);
    const signIns = new Load(Array.from({ length: PEOPLE }, (_, number) => () => signIn(api.url, number + 1)));
    await pause(2_000);
    const underLoad = await readFor(SECONDS, api.url);
    await signIns.stop();
    return figures(atRest, underLoad, signIns);
  } finally {
    await api.stop('SIGKILL');
  }
};

const figures = (atRest: readonly Answer[], underLoad: readonly Answer[], signIns: Load): readonly Figure[] => {
  const [rest, load] = [percentile(atRest, 0.99), percentile(underLoad, 0.99)];
  const { 200: signedIn = 0, 503: turnedAway = 0 } = signIns.statuses;
  const others = signIns.answers.length - signedIn - turnedAway;
  return [
    { what: 'GET /opportunities, p99, ms', measured: load.toFixed(1), baseline: `${rest.toFixed(1)} at rest` },
    { what: 'ratio', measured: (load / rest).toFixed(2), baseline: 'at most 3' },
    {
      what: 'GET /opportunities, median, ms',
      measured: percentile(underLoad, 0.5).toFixed(1),
      baseline: `${percentile(atRest, 0.5).toFixed(1)} at rest`,
    },
    { what: 'requests measured', measured: underLoad.length, baseline: `${atRest.length} at rest` },
    {
      what: 'sign-ins/s',
      measured: (signedIn / (SECONDS + 2)).toFixed(1),
      baseline: `${PEOPLE} clients, bcrypt cost 12`,
    },
    { what: 'asked to come back (503)', measured: turnedAway, baseline: `${others} other answers` },
  ];
};

/** Whoever is asked to come back does so as late as the answer says. */
const signIn = async (url: string, number: number): Promise<Answer> => {
  const answer = await Visitor.logIn(url, number);
  if (answer.status === 503) await pause(Number(answer.headers.get('retry-after')) * 1_000);
  return answer;
};

const readFor = async (seconds: number, url: string): Promise<readonly Answer[]> => {
  const load = new Load(Array.from({ length: READERS }, () => () => ask(`${url}/api/v1/opportunities?limit=20`)));
  await pause(seconds * 1_000);
  await load.stop();
  const failed = load.answers.filter(({ status }) => status !== 200).length + load.failures.length;
  if (failed > 0) throw new Error(`${failed} requests for opportunities failed: ${JSON.stringify(load.statuses)}`);
  return load.answers;
};

const percentile = (answers: readonly Answer[], share: number): number => {
  const sorted = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** A few at a time: the queue of hashes is bounded. */
const registerPeople = async (url: string): Promise<void> => {
  for (let number = 1; number <= PEOPLE; number += 5) {
    const some = Array.from({ length: 5 }, (_, index) => Visitor.tryToRegister(url, number + index));
    const statuses = (await Promise.all(some)).map(({ status }) => status);
    if (statuses.some((status) => status !== 201)) throw new Error(`Not registered: ${statuses.join()}`);
  }
};

const importNotices = async (environment: Environment): Promise<void> => {
  const directory = await mkdtemp(path.join(tmpdir(), 'hub-bench-'));
  try {
    const file = path.join(directory, 'notices.csv');
    const open = { ResponseDeadLine: '2026-06-15T14:00:00-06:00', PostedDate: '2026-04-20 10:00:00.000-04' };
    const rows = Array.from({ length: NOTICES }, (_, number) =>
      samRow(number, {
        ...open,
        Title: `Network equipment ${number}`,
        Description: 'Switches, routers and their care.',
      }),
    );
    await writeFile(file, samExtract(rows));
    await runCommand(environment, ['import', 'sam', file]);
  } finally {
    await rm(directory, { recursive: true });
  }
};
