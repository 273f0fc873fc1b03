import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { FixedClock } from '../../../common/time/clock';
import { type Ingestion, openIngestion } from '../../../../test/support/ingestion';
import { samExtract, samLine, samRow, type SamRow } from '../../../../test/support/sam-extract';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/template-database';
import { parseNoticeType, parseSetAside } from '../../reference';
import { describeImportSummary, type ImportRun } from '../domain/import-run';
import type { ReadRow } from '../domain/read-row';
import { NoticeFile } from '../formats/notice-file';
import type { NoticeFeed } from './import-notices.service';

const vocabulary = { noticeType: parseNoticeType, setAside: parseSetAside };
const NOW = new Date('2026-04-10T12:00:00Z');

const outcomes = ({
  rows,
  created,
  updated,
  unchanged,
  merged,
  rejected,
  opportunities,
}: ImportRun): Partial<ImportRun> => ({
  rows,
  created,
  updated,
  unchanged,
  merged,
  rejected,
  opportunities,
});

/** Ends as a process does that is killed while it reads row `count + 1`. */
async function* firstRows(rows: AsyncIterable<ReadRow>, count: number): AsyncGenerator<ReadRow> {
  for await (const row of rows) {
    if (row.row > count) throw new Error('killed');
    yield row;
  }
}

describe('importing notices', () => {
  let folder: string;
  let database: TestDatabase;
  let ingestion: Ingestion;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-notices-'));
    database = await createTestDatabase();
    ingestion = await openIngestion(database.url, new FixedClock(NOW));
  });

  afterEach(async () => {
    await ingestion.close();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const write = async (name: string, content: string | Buffer): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };

  const importRows = async (name: string, rows: readonly SamRow[]): Promise<ImportRun> =>
    ingestion.imports.importFile(await write(name, gzipSync(samExtract(rows))), { source: 'sam' });

  const feedOf = async (path: string): Promise<NoticeFeed> => {
    const file = await NoticeFile.open(path);
    return {
      source: 'sam',
      format: file.format,
      fileSha256: file.sha256,
      name: file.name,
      rows: file.rows(vocabulary),
    };
  };

  const count = async (table: string): Promise<number> => {
    const rows: { count: string }[] = await ingestion.dataSource.query(`select count(*) from ${table}`);
    return Number(rows[0]?.count);
  };

  /** 5,000 rows in five windows: every third is a new notice of the procurement before it, every 500th has no title. */
  const manyRows = Array.from({ length: 5_000 }, (_, index) =>
    samRow(index, { 'Sol#': `36C25926Q${1_000 + Math.floor(index / 3)}`, ...(index % 500 === 7 ? { Title: '' } : {}) }),
  );
  const MANY = {
    rows: 5_000,
    created: 1_667,
    updated: 0,
    unchanged: 0,
    merged: 3_323,
    rejected: 10,
    opportunities: 1_667,
  };

  it('says of every row what became of it', async () => {
    const rows = [
      samRow(1),
      samRow(2),
      samRow(3, { 'Sol#': samRow(1)['Sol#'] ?? '' }),
      samRow(1),
      samRow(2, { Title: 'Another title' }),
      samRow(4, { Title: '' }),
    ];
    const run = await importRows('notices.csv.gz', rows);
    expect(outcomes(run)).toEqual({
      rows: 6,
      created: 2,
      updated: 1,
      unchanged: 1,
      merged: 1,
      rejected: 1,
      opportunities: 2,
    });
    expect(describeImportSummary(run)).toBe(
      '{"rows":6,"created":2,"updated":1,"unchanged":1,"merged":1,"rejected":1,"opportunities":2}',
    );
    expect(run).toMatchObject({
      status: 'completed',
      format: 'sam-csv',
      fileName: 'notices.csv.gz',
      startedAt: NOW,
      finishedAt: NOW,
    });
  });

  it('changes nothing when the same file comes again', async () => {
    const first = await importRows('a.csv.gz', manyRows);
    expect(outcomes(first)).toEqual(MANY);
    const second = await importRows('b.csv.gz', manyRows);
    expect(second.id).not.toBe(first.id);
    expect(outcomes(second)).toEqual({ ...MANY, created: 0, merged: 0, unchanged: 4_990 });
    expect([await count('opportunities'), await count('notices')]).toEqual([1_667, 4_990]);
  });

  it('goes on after the last recorded window and counts every row once', async () => {
    const path = await write('many.csv', samExtract(manyRows));
    const feed = await feedOf(path);
    await expect(ingestion.imports.importFeed({ ...feed, rows: firstRows(feed.rows, 4_500) })).rejects.toThrow(
      'killed',
    );
    const items = await ingestion.recordedRuns();
    expect(items).toMatchObject([{ status: 'failed', rows: 4_000, errorCode: 'import-failed', opportunities: null }]);

    const resumed = await ingestion.imports.importFile(path, { source: 'sam' });
    expect(resumed.id).toBe(items[0]?.id);
    expect(outcomes(resumed)).toEqual(MANY);
    expect(resumed).toMatchObject({ status: 'completed', errorCode: null });
  });

  it('goes on after a window of which only one lane was recorded', async () => {
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    try {
      await owner.query(
        `create function refuse() returns trigger language plpgsql as $$ begin raise 'disk on fire'; end $$`,
      );
      await owner.query(`create trigger refuse before insert on import_run_batches for each row
                         when (new.window_number = 2 and new.lane = 1) execute function refuse()`);
      const path = await write('many.csv', samExtract(manyRows));
      await expect(ingestion.imports.importFile(path, { source: 'sam' })).rejects.toThrow();
      const [failed] = await ingestion.recordedRuns();
      expect(failed?.rows).toBeGreaterThan(1_000);
      expect(failed?.rows).toBeLessThan(2_000);
      await owner.query('drop trigger refuse on import_run_batches');

      const resumed = await ingestion.imports.importFile(path, { source: 'sam' });
      expect([resumed.id, outcomes(resumed)]).toEqual([failed?.id, MANY]);
    } finally {
      await owner.end();
    }
  });

  it('takes in one file of a source at a time, over all processes', async () => {
    const other = await openIngestion(database.url);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    async function* waiting(rows: AsyncIterable<ReadRow>): AsyncGenerator<ReadRow> {
      begin();
      await held;
      yield* rows;
    }
    try {
      const path = await write('notices.csv', samExtract([samRow(1)]));
      const feed = await feedOf(path);
      const first = ingestion.imports.importFeed({ ...feed, rows: waiting(feed.rows) });
      await begun;
      await expect(other.imports.importFile(path, { source: 'sam' })).rejects.toMatchObject({
        kind: 'conflict',
        code: 'import-running',
      });
      release();
      expect(outcomes(await first)).toMatchObject({ rows: 1, created: 1 });
      expect(outcomes(await other.imports.importFile(path, { source: 'sam' }))).toMatchObject({
        rows: 1,
        unchanged: 1,
      });
    } finally {
      release();
      await other.close();
    }
  });

  it('calls a run failed whose process is gone', async () => {
    const run = await importRows('a.csv.gz', [samRow(1)]);
    await ingestion.dataSource.query(`update import_runs set status = 'running', finished_at = null where id = $1`, [
      run.id,
    ]);
    await importRows('b.csv.gz', [samRow(2)]);
    expect((await ingestion.recordedRuns()).find(({ id }) => id === run.id)).toMatchObject({
      status: 'failed',
      errorCode: 'import-interrupted',
      finishedAt: NOW,
    });
  });

  it('reports rejections with row number and reason, and nothing of the people in a notice', async () => {
    const person = {
      PrimaryContactFullname: 'Pat Example',
      PrimaryContactEmail: 'pat@agency.test',
      PrimaryContactPhone: '801-555-0100',
    };
    const lines = [
      samExtract([samRow(1, person), samRow(2, { ...person, Type: 'Pat Example' })]),
      `${samLine(samRow(3, person))},shifted\n`,
    ];
    const path = await write('for-pat@agency.test.csv', lines.join(''));
    const run = await ingestion.imports.importFile(path, { source: 'sam' });
    const report = join(folder, 'report.csv');
    await ingestion.runs.writeRejectionReport(run, report);
    expect((await readFile(report, 'utf8')).split('\r\n')).toEqual([
      'row,noticeId,code,reason',
      `2,${samRow(2).NoticeId ?? ''},type-unknown,The notice type is none of the nine that SAM.gov publishes.`,
      `3,${samRow(3).NoticeId ?? ''},column-count,The row has 48 columns instead of 47.`,
      '',
    ]);
    const told: unknown[] = await ingestion.dataSource.query(
      `select row_to_json(r)::text told from import_runs r union all select row_to_json(m)::text from import_remarks m`,
    );
    expect(JSON.stringify(told)).not.toMatch(/pat|801-555/i);
  });

  it('tells how far it is', async () => {
    const path = await write('many.csv', samExtract(manyRows));
    const told: number[][] = [];
    await ingestion.imports.importFile(path, {
      source: 'sam',
      onProgress: ({ rows, bytesRead, totalBytes }) => told.push([rows, bytesRead / totalBytes]),
    });
    expect(told.map(([rows]) => rows)).toEqual([1_000, 2_000, 3_000, 4_000, 5_000]);
    expect(told.at(-1)?.[1]).toBe(1);
  });

  it('imports an answer of the API', async () => {
    const record = {
      noticeId: 'abc',
      title: 'A title',
      type: 'Solicitation',
      postedDate: '2026-02-27',
      fullParentPathName: 'A.B.C',
    };
    const path = await write('page.json', JSON.stringify({ opportunitiesData: [record, { ...record, noticeId: '' }] }));
    const run = await ingestion.imports.importFile(path, { source: 'sam' });
    expect(run.format).toBe('sam-json');
    expect(outcomes(run)).toEqual({
      rows: 2,
      created: 1,
      updated: 0,
      unchanged: 0,
      merged: 0,
      rejected: 1,
      opportunities: 1,
    });
  });

  it('leaves no run behind for a file that cannot be opened, and a failed one for a file of something else', async () => {
    await expect(ingestion.imports.importFile(join(folder, 'none'), { source: 'sam' })).rejects.toMatchObject({
      code: 'file-unreadable',
    });
    expect(await count('import_runs')).toBe(0);
    const path = await write('letter.txt', 'Dear buyer,\n');
    await expect(ingestion.imports.importFile(path, { source: 'sam' })).rejects.toMatchObject({
      code: 'not-a-sam-extract',
    });
    expect(await ingestion.recordedRuns()).toMatchObject([{ status: 'failed', errorCode: 'not-a-sam-extract' }]);
  });
});
