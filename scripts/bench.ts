import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { migrate } from '../src/commands/migrate';
import { benchApi } from '../test/bench/api.bench';
import { benchAuth } from '../test/bench/auth.bench';
import type { Figure } from '../test/bench/figure';
import type { DatabaseContext } from '../test/bench/fresh-database';
import { benchImport } from '../test/bench/import.bench';
import { benchImportBusinesses } from '../test/bench/import-businesses.bench';
import type { Environment } from '../test/support/services-probes';
import { withLocalServices } from './local-services';

interface Bench {
  readonly about: string;
  /** Measures on otherwise unused services; answers the figures of the table. */
  run(environment: Environment): Promise<readonly Figure[]>;
}

const databasesOf = (environment: Environment): DatabaseContext => ({
  ownerUrl: environment['DATABASE_MIGRATION_URL'] ?? '',
  applicationUrl: environment['DATABASE_URL'] ?? '',
  migrate: (owner, application) => migrate(owner, application, new Date()),
});

const benches: Readonly<Record<string, Bench>> = {
  import: {
    about: 'import of 52,138 real notices beside a COPY of the same rows; takes some minutes',
    async run(environment) {
      const result = await benchImport(databasesOf(environment));
      return [
        { what: 'rows', measured: result.rows, baseline: `${result.rejected} rejected` },
        { what: 'rows/s', measured: result.importRowsPerSecond, baseline: `${result.copyRowsPerSecond} (COPY)` },
        { what: 'share of COPY', measured: result.ratio, baseline: 'at least 0.6' },
        { what: 'peak memory, MB', measured: result.peakRssMegabytes, baseline: 'below 500' },
        {
          what: `peak memory with ${result.doubledRows} rows, MB`,
          measured: result.doubledPeakRssMegabytes ?? '',
          baseline: `${result.peakRssMegabytes} with half the rows`,
        },
      ];
    },
  },
  api: {
    about: 'GET /businesses/{id} beside a bare Node and pg handler with the same statements; takes two minutes',
    run: benchApi,
  },
  'import-businesses': {
    about: 'import of 9,860 real firms beside a COPY of the same rows; takes half a minute',
    run: (environment) => benchImportBusinesses(environment, databasesOf(environment)),
  },
  auth: {
    about: 'GET /opportunities while 50 clients sign in, beside the same at rest; takes a minute and a half',
    run: benchAuth,
  },
};

const machine = {
  cpu: os.cpus()[0]?.model ?? 'unknown',
  cores: os.availableParallelism(),
  memoryGigabytes: Math.round(os.totalmem() / 1024 ** 3),
  node: process.version,
  system: `${os.type()} ${os.release()}`,
};

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({ options: { json: { type: 'string' } }, allowPositionals: true });
  const [name = ''] = positionals;
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (!bench) {
    const known = Object.entries(benches).map(([each, { about }]) => `  ${each}: ${about}\n`);
    process.stderr.write(`Usage: npm run bench -- <name> [--json <file>]\n${known.join('')}`);
    return 2;
  }
  const figures = await withLocalServices(process.env, ({ environment }) => bench.run(definedOf(environment)), {
    ephemeral: true,
  });
  process.stdout.write(
    `\n${Object.values(machine).join(', ')} (CPU, cores, GB, Node, system)\n\n${tableOf(figures)}\n`,
  );
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ bench: name, machine, figures }, null, 2)}\n`);
  return 0;
};

const definedOf = (environment: NodeJS.ProcessEnv): Environment =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

const tableOf = (figures: readonly Figure[]): string => {
  const lines = [{ what: '', measured: 'measured', baseline: 'baseline' }, ...figures];
  return lines
    .map(({ what, measured, baseline }) => `${what.padEnd(40)}${String(measured).padStart(10)}   ${baseline}`)
    .join('\n');
};

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
