import 'reflect-metadata';
import { fork } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { NestFactory } from '@nestjs/core';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { AppModule } from '../../src/app.module';
import { readConfiguration } from '../../src/config';
import { type BusinessImportRun, ImportBusinessesService } from '../../src/modules/businesses';
import type { Environment } from '../support/services-probes';
import type { Figure } from './figure';
import { type DatabaseContext, inFreshDatabase, withClient } from './fresh-database';

const FILE = join(process.cwd(), '../shared/data/entities/sba-certified-2020.csv');
const MEGABYTE_IN_KILOBYTES = 1_024;
const WANTED_ROWS_PER_SECOND = 1_000;

/** What an import of businesses writes, in an order that foreign keys allow. */
const TABLES = [
  'businesses',
  'business_naics_codes',
  'business_psc_codes',
  'business_cage_codes',
  'business_certifications',
  'business_addresses',
];

interface Imported {
  readonly run: BusinessImportRun;
  readonly seconds: number;
}

interface Answer {
  readonly first: Imported;
  readonly again: Imported;
  readonly peakRssMegabytes: number;
}

/**
 * Imports the file twice into a fresh database, as the command line does, in a process of its own; then copies the same rows
 * into the same tables of another one, indexes and foreign keys included.
 */
export async function benchImportBusinesses(
  environment: Environment,
  context: DatabaseContext,
): Promise<readonly Figure[]> {
  if (!existsSync(FILE)) throw new Error(`The benchmark needs ${FILE}, which is not here.`);
  const folder = await mkdtemp(join(tmpdir(), 'import-businesses-bench-'));
  try {
    const answer = await inFreshDatabase(context, async ({ ownerUrl, applicationUrl }) => {
      const imported = await importInChild({ ...environment, DATABASE_URL: applicationUrl });
      await takeOut(ownerUrl, folder);
      return imported;
    });
    const copySeconds = await inFreshDatabase(context, ({ ownerUrl }) => copyIn(ownerUrl, folder));
    return figuresOf(answer, copySeconds);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const figuresOf = ({ first, again, peakRssMegabytes }: Answer, copySeconds: number): readonly Figure[] => {
  const { rows, rejected } = first.run;
  const rate = rows / first.seconds;
  const copyRate = rows / copySeconds;
  return [
    { what: 'rows', measured: rows, baseline: `${rejected} rejected` },
    { what: 'rows/s', measured: Math.round(rate), baseline: `at least ${WANTED_ROWS_PER_SECOND}` },
    {
      what: 'rows/s, the same file again',
      measured: Math.round(rows / again.seconds),
      baseline: `${again.run.unchanged} unchanged`,
    },
    {
      what: 'share of COPY',
      measured: Math.round((100 * rate) / copyRate) / 100,
      baseline: `${Math.round(copyRate)} rows/s (COPY of the same tables)`,
    },
    { what: 'peak memory, MB', measured: peakRssMegabytes, baseline: 'below 500' },
  ];
};

const fileOf = (folder: string, table: string): string => join(folder, `${table}.csv`);

const takeOut = (url: string, folder: string): Promise<void> =>
  withClient(url, async (client) => {
    for (const table of TABLES) {
      await pipeline(client.query(copyTo(`copy ${table} to stdout`)), createWriteStream(fileOf(folder, table)));
    }
  });

/** Answers how many seconds PostgreSQL takes for the rows alone. */
const copyIn = (url: string, folder: string): Promise<number> =>
  withClient(url, async (client) => {
    const start = performance.now();
    for (const table of TABLES) {
      await pipeline(createReadStream(fileOf(folder, table)), client.query(copyFrom(`copy ${table} from stdin`)));
    }
    return (performance.now() - start) / 1000;
  });

/** As the command line starts Node. */
const NODE_OPTIONS = ['--max-old-space-size=512', '-r', '@swc-node/register'];

const importInChild = (environment: Environment): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const child = fork(__filename, { execArgv: NODE_OPTIONS, env: { ...process.env, ...environment } });
    child.once('message', (answer: Answer) => resolve(answer));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The importing process ended with ${code ?? 'a signal'}.`)));
    child.send('begin');
  });

const carryOut = async (): Promise<Answer> => {
  const hub = await NestFactory.createApplicationContext(AppModule.for('cli', readConfiguration()), {
    logger: ['error'],
  });
  try {
    const imports = hub.get(ImportBusinessesService, { strict: false });
    const timed = async (): Promise<Imported> => {
      const start = performance.now();
      const run = await imports.importFile(FILE);
      return { run, seconds: (performance.now() - start) / 1000 };
    };
    const [first, again] = [await timed(), await timed()];
    const peakRssMegabytes = Math.round(process.resourceUsage().maxRSS / MEGABYTE_IN_KILOBYTES);
    return { first, again, peakRssMegabytes };
  } finally {
    await hub.close();
  }
};

if (require.main === module && process.send) {
  process.once('message', () => {
    carryOut().then(
      (answer) => process.send?.(answer, () => process.disconnect()),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        process.exit(1);
      },
    );
  });
}
