import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Global, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventEmitterModule } from '@nestjs/event-emitter';
import { Command } from 'commander';
import { Clock } from '../common/time/clock';
import {
  ConfigModule,
  DatabaseConfig,
  MigrationConfig,
  readConfiguration,
  readMigrationConfiguration,
  RuntimeConfig,
} from '../config';
import { DatabaseModule, withScratchDatabase } from '../infra/database';
import { createPino, JsonLogger } from '../infra/logging';
import { JobQueues } from '../infra/queue';
import { ImportNoticesService, IngestionModule } from '../modules/ingestion';
import {
  type Evaluation,
  type EvaluationResult,
  MatchingEvaluation,
  MatchingModule,
  type RankingMetrics,
  readProfiles,
  readRelevanceCases,
} from '../modules/matching';
import { migrate } from './migrate';
import { showProgress } from './progress';

const DEFAULT_DIRECTORY = path.join('..', 'shared', 'data', 'evaluation');

/** Nobody waits for the jobs of a database that is about to be dropped. */
@Global()
@Module({
  providers: [{ provide: JobQueues, useValue: { announce: () => Promise.resolve(false) } }],
  exports: [JobQueues],
})
class SilentQueueModule {}

/** `hub evaluate`: measures the ranking on award history, in a database of its own. */
export const evaluateCommand = (): Command =>
  new Command('evaluate')
    .description('measure the ranking on what businesses went on to win; leaves the database of the hub alone')
    .argument('[directory]', 'with pool.csv.gz, profiles.jsonl and relevant.csv', DEFAULT_DIRECTORY)
    .option('--json', 'print the figures as one line of JSON')
    .action(async (directory: string, { json }: { json?: true }) => {
      const evaluation = await evaluate(directory);
      process.stdout.write(json ? `${JSON.stringify(evaluation)}\n` : inWords(evaluation));
    });

const evaluate = async (directory: string): Promise<Evaluation> => {
  const profiles = readProfiles(await readFile(path.join(directory, 'profiles.jsonl'), 'utf8'));
  const cases = readRelevanceCases(await readFile(path.join(directory, 'relevant.csv'), 'utf8'));
  const configuration = readMigrationConfiguration();
  const urls = { owner: configuration.get(MigrationConfig).url, application: configuration.get(DatabaseConfig).url };
  const now = Clock.from(configuration.get(RuntimeConfig).now).now();
  return withScratchDatabase(urls, async ({ owner, application }) => {
    await migrate(owner, application, now);
    return withEvaluationHub(application, async (hub) => {
      await importPool(hub, path.join(directory, 'pool.csv.gz'));
      return hub.get(MatchingEvaluation, { strict: false }).evaluate(profiles, cases);
    });
  });
};

const withEvaluationHub = async <T>(url: string, work: (hub: INestApplicationContext) => Promise<T>): Promise<T> => {
  const platform = [
    ConfigModule.from(readConfiguration({ DATABASE_URL: url })),
    DatabaseModule.forProfile('background'),
    EventEmitterModule.forRoot(),
    SilentQueueModule,
  ];
  const hub = await NestFactory.createApplicationContext(
    { module: class {}, imports: [...platform, IngestionModule, MatchingModule] },
    { logger: new JsonLogger(createPino('warn', process.stderr)), abortOnError: false },
  );
  try {
    return await work(hub);
  } finally {
    await hub.close();
  }
};

const importPool = async (hub: INestApplicationContext, file: string): Promise<void> => {
  const progress = showProgress('import');
  await hub.get(ImportNoticesService, { strict: false }).importFile(file, {
    source: 'sam',
    onProgress: ({ rows, bytesRead, totalBytes }) => progress.update(bytesRead, totalBytes, `${rows} rows`),
  });
  progress.end();
};

const inWords = ({ pool, all, withoutSpareParts }: Evaluation): string =>
  [
    `${pool} opportunities in the pool; businesses count the same, however much they won.`,
    ...table('All cases', all),
    ...table('Without defence spare parts', withoutSpareParts),
    '',
  ].join('\n');

const table = (heading: string, { businesses, cases, random, naicsOnly, hub }: EvaluationResult): readonly string[] => [
  '',
  `${heading}: ${businesses} businesses, ${cases} cases`,
  'ranking        nDCG@10    P@10    R@10    R@50',
  line('random', random),
  line('NAICS only', naicsOnly),
  line('hub', hub),
];

const line = (name: string, { ndcgAt10, precisionAt10, recallAt10, recallAt50 }: RankingMetrics): string =>
  name.padEnd(14) +
  [ndcgAt10, precisionAt10, recallAt10, recallAt50].map((value) => value.toFixed(4).padStart(8)).join('');
