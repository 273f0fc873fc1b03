import 'reflect-metadata';
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { from as copyFrom } from 'pg-copy-streams';
import { describeImportSummary, type ImportRun } from '../../src/modules/ingestion';
import { isAccepted } from '../../src/modules/ingestion/domain/read-row';
import { readCsvRecords } from '../../src/common/text/csv-records';
import { NoticeFile } from '../../src/modules/ingestion/formats/notice-file';
import { decodeText } from '../../src/common/text/text-decoder';
import type { Notice } from '../../src/modules/opportunities';
import { parseNoticeType, parseSetAside } from '../../src/modules/reference';
import { openIngestion } from '../support/ingestion';
import { type DatabaseContext, inFreshDatabase, withClient } from './fresh-database';

export interface ImportBenchContext extends DatabaseContext {
  /** A 47-column extract, gzip. */
  readonly file?: string;
  /** Also imports the file's rows twice over, which takes more than twice as long. Default true. */
  readonly withDoubledFile?: boolean;
}

export interface ImportBenchResult {
  readonly rows: number;
  readonly rejected: number;
  readonly opportunities: number;
  readonly importRowsPerSecond: number;
  /** One connection, `COPY` of the same rows into one table with the same indexes, search index included. */
  readonly copyRowsPerSecond: number;
  /** Import by copy; at least 0.6 is wanted. */
  readonly ratio: number;
  /** Of the importing process; below 500 MB is wanted. */
  readonly peakRssMegabytes: number;
  readonly doubledRows: number | null;
  readonly doubledPeakRssMegabytes: number | null;
}

interface ImportOrder {
  readonly databaseUrl: string;
  readonly file: string;
}

interface ImportAnswer {
  readonly run: ImportRun;
  readonly seconds: number;
  readonly peakRssMegabytes: number;
}

const DEFAULT_FILE = join(process.cwd(), '../shared/data/sam/notices-big.csv.gz');
const vocabulary = { noticeType: parseNoticeType, setAside: parseSetAside };

/** Imports the file into a fresh database in a process of its own, beside a plain `COPY` of the same rows. */
export async function benchImport(context: ImportBenchContext): Promise<ImportBenchResult> {
  const file = context.file ?? DEFAULT_FILE;
  if (!existsSync(file)) throw new Error(`The benchmark needs ${file}, which is not here.`);
  const folder = await mkdtemp(join(tmpdir(), 'import-bench-'));
  try {
    const rows = join(folder, 'rows.csv');
    const rowCount = await writeParsedRows(file, rows);
    const copySeconds = await inFreshDatabase(context, async (databases) => copyRows(databases.ownerUrl, rows));
    print(`COPY into one table: ${rowCount} rows in ${copySeconds.toFixed(1)} s`);
    const imported = await inFreshDatabase(context, async (databases) =>
      importInChild({ databaseUrl: databases.applicationUrl, file }),
    );
    print(
      `Import: ${describeImportSummary(imported.run)} in ${imported.seconds.toFixed(1)} s, peak ${imported.peakRssMegabytes} MB`,
    );
    const doubled = context.withDoubledFile === false ? null : await importDoubled(context, file, folder);
    const result = toResult(rowCount / copySeconds, imported, doubled);
    print(`Ratio ${result.ratio} (wanted 0.6), peak ${result.peakRssMegabytes} MB (wanted below 500)`);
    return result;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const toResult = (
  copyRowsPerSecond: number,
  imported: ImportAnswer,
  doubled: ImportAnswer | null,
): ImportBenchResult => {
  const { run, seconds, peakRssMegabytes } = imported;
  const importRowsPerSecond = run.rows / seconds;
  return {
    rows: run.rows,
    rejected: run.rejected,
    opportunities: run.opportunities ?? 0,
    importRowsPerSecond: Math.round(importRowsPerSecond),
    copyRowsPerSecond: Math.round(copyRowsPerSecond),
    ratio: Math.round((importRowsPerSecond / copyRowsPerSecond) * 100) / 100,
    peakRssMegabytes,
    doubledRows: doubled?.run.rows ?? null,
    doubledPeakRssMegabytes: doubled?.peakRssMegabytes ?? null,
  };
};

type CellValue = string | number | boolean | null | undefined;

/** Columns of the baseline table and what stands in them. */
const columns: readonly (readonly [string, string, (notice: Notice) => CellValue])[] = [
  ['source', 'text', (notice) => notice.source],
  ['source_notice_id', 'text', (notice) => notice.sourceNoticeId],
  ['solicitation_number', 'text', (notice) => notice.solicitationNumber],
  ['title', 'text', (notice) => notice.title],
  ['description', 'text', (notice) => notice.description],
  ['notice_type', 'text', (notice) => notice.type],
  ['base_type', 'text', (notice) => notice.baseType],
  ['set_aside', 'text', (notice) => notice.setAside],
  ['naics_code', 'text', (notice) => notice.naicsCode],
  ['psc_code', 'text', (notice) => notice.pscCode],
  ['department', 'text', (notice) => notice.buyer.department],
  ['sub_tier', 'text', (notice) => notice.buyer.subTier],
  ['office', 'text', (notice) => notice.buyer.office],
  ['office_code', 'text', (notice) => notice.buyer.officeCode],
  ['place_city', 'text', (notice) => notice.placeOfPerformance.city],
  ['place_state', 'text', (notice) => notice.placeOfPerformance.state],
  ['place_zip', 'text', (notice) => notice.placeOfPerformance.zip],
  ['place_country', 'text', (notice) => notice.placeOfPerformance.country],
  ['office_city', 'text', (notice) => notice.officePlace.city],
  ['office_state', 'text', (notice) => notice.officePlace.state],
  ['office_zip', 'text', (notice) => notice.officePlace.zip],
  ['office_country', 'text', (notice) => notice.officePlace.country],
  ['posted_at', 'timestamptz', (notice) => notice.postedAt.toISOString()],
  ['response_due_at', 'timestamptz', (notice) => notice.responseDeadline?.at.toISOString()],
  ['response_due_zone', 'text', (notice) => notice.responseDeadline?.zone],
  ['response_due_text', 'text', (notice) => notice.responseDeadline?.text],
  ['response_due_date_only', 'boolean', (notice) => notice.responseDeadline?.dateOnly],
  ['archive_on', 'date', (notice) => notice.archiveOn],
  ['award_number', 'text', (notice) => notice.award?.number],
  ['award_date', 'date', (notice) => notice.award?.date],
  ['award_amount_usd', 'numeric', (notice) => notice.award?.amountUsd],
  ['awardee', 'text', (notice) => notice.award?.awardee],
  ['source_url', 'text', (notice) => notice.sourceUrl],
  ['contacts', 'jsonb', (notice) => JSON.stringify(notice.contacts)],
];

/** The single-column indexes of `opportunities` and the keys of `notices`, and the search index over title and description. */
const baselineTable = `
  create table baseline (
    id uuid not null default gen_random_uuid() primary key,
    ${columns.map(([name, type]) => `${name} ${type}`).join(', ')},
    search_vector tsvector generated always as (
      to_tsvector('english', coalesce(title, '') || ' ' || coalesce(description, ''))) stored,
    unique (source, source_notice_id)
  );
  create index on baseline (solicitation_number);
  create index on baseline (naics_code text_pattern_ops);
  create index on baseline (psc_code text_pattern_ops);
  create index on baseline (place_state);
  create index on baseline (posted_at, id);
  create index on baseline (response_due_at, id);
  create index on baseline using gin (search_vector);`;

const csvCell = (value: CellValue): string =>
  value === null || value === undefined ? '' : `"${String(value).replaceAll('"', '""')}"`;

/** Prepares what `COPY` reads, so that its time is PostgreSQL's alone. */
const writeParsedRows = async (file: string, target: string): Promise<number> => {
  const opened = await NoticeFile.open(file);
  let count = 0;
  await pipeline(async function* () {
    for await (const row of opened.rows(vocabulary)) {
      if (!isAccepted(row)) continue;
      count += 1;
      yield `${columns.map(([, , read]) => csvCell(read(row.notice))).join(',')}\n`;
    }
  }, createWriteStream(target));
  return count;
};

const copyRows = async (url: string, rows: string): Promise<number> =>
  withClient(url, async (client) => {
    await client.query(baselineTable);
    const start = performance.now();
    const names = columns.map(([name]) => name).join(', ');
    await pipeline(
      createReadStream(rows),
      client.query(copyFrom(`copy baseline (${names}) from stdin with (format csv)`)),
    );
    return (performance.now() - start) / 1000;
  });

const importDoubled = async (context: ImportBenchContext, file: string, folder: string): Promise<ImportAnswer> => {
  const doubledFile = join(folder, 'doubled.csv');
  await writeDoubled(file, doubledFile);
  const answer = await inFreshDatabase(context, async ({ applicationUrl }) =>
    importInChild({ databaseUrl: applicationUrl, file: doubledFile }),
  );
  print(
    `Import of twice as many: ${describeImportSummary(answer.run)} in ${answer.seconds.toFixed(1)} s, peak ${answer.peakRssMegabytes} MB`,
  );
  return answer;
};

/** Every record, then every record again under another id and number. */
const writeDoubled = async (file: string, target: string): Promise<void> => {
  await pipeline(async function* () {
    yield* recordLines(file, (fields) => fields);
    let isHeader = true;
    for await (const line of recordLines(file, withOtherIds)) {
      if (!isHeader) yield line;
      isHeader = false;
    }
  }, createWriteStream(target));
};

const withOtherIds = ([id = '', title = '', number = '', ...rest]: readonly string[]): readonly string[] => [
  createHash('md5').update(id).digest('hex'),
  title,
  number === '' ? '' : `${number}-2`,
  ...rest,
];

async function* recordLines(
  file: string,
  change: (fields: readonly string[]) => readonly string[],
): AsyncGenerator<string> {
  const text = decodeText(createReadStream(file).pipe(createGunzip()));
  for await (const record of readCsvRecords(text, /\n[0-9a-f]{32},/g)) {
    if ('fields' in record) yield `${change(record.fields).map(csvCell).join(',')}\n`;
  }
}

/** As `npm run hub` starts Node: without a limit V8 lets garbage pile up far beyond what the import holds. */
const NODE_OPTIONS = ['--max-old-space-size=512', '-r', '@swc-node/register'];

/** A process of its own, so that its memory is the import's. */
const importInChild = async (order: ImportOrder): Promise<ImportAnswer> =>
  new Promise((resolve, reject) => {
    const child = fork(__filename, { execArgv: NODE_OPTIONS });
    child.once('message', (answer: ImportAnswer) => resolve(answer));
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`The importing process ended with ${code ?? 'a signal'} before it answered.`)),
    );
    child.send(order);
  });

const MEGABYTE_IN_KILOBYTES = 1_024;

const carryOut = async ({ databaseUrl, file }: ImportOrder): Promise<ImportAnswer> => {
  const ingestion = await openIngestion(databaseUrl);
  try {
    const start = performance.now();
    const run = await ingestion.imports.importFile(file, { source: 'sam' });
    const seconds = (performance.now() - start) / 1000;
    const peakRssMegabytes = Math.round(process.resourceUsage().maxRSS / MEGABYTE_IN_KILOBYTES);
    return { run, seconds, peakRssMegabytes };
  } finally {
    await ingestion.close();
  }
};

if (require.main === module && process.send) {
  process.once('message', (order: ImportOrder) => {
    carryOut(order).then(
      (answer) => process.send?.(answer, () => process.disconnect()),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        process.exit(1);
      },
    );
  });
}
