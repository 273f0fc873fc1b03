import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { samExtract, samRow } from '../../../../test/support/sam-extract';
import { parseNoticeType, parseSetAside } from '../../reference';
import { isAccepted, type ReadRow } from '../domain/read-row';
import { NoticeFile } from './notice-file';

const vocabulary = { noticeType: parseNoticeType, setAside: parseSetAside };

const readAll = async (path: string): Promise<{ file: NoticeFile; rows: ReadRow[] }> => {
  const file = await NoticeFile.open(path);
  const rows: ReadRow[] = [];
  for await (const row of file.rows(vocabulary)) rows.push(row);
  return { file, rows };
};

describe('NoticeFile', () => {
  let folder: string;
  const write = async (name: string, content: string | Buffer): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'notice-file-'));
  });
  afterAll(async () => rm(folder, { recursive: true }));

  const extract = samExtract([samRow(1), samRow(2)]);

  it('knows gzip and formats by content, not by name', async () => {
    const plain = await readAll(await write('a.gz', extract));
    const packed = await readAll(await write('b.csv', gzipSync(extract)));
    const page = await readAll(await write('c.csv', gzipSync('\uFEFF\n {"opportunitiesData": [{}]}')));
    expect([plain.rows.length, packed.rows.length, page.rows.length]).toEqual([2, 2, 1]);
    expect([plain.file.format, packed.file.format, page.file.format]).toEqual(['sam-csv', 'sam-csv', 'sam-json']);
    expect(plain.rows).toEqual(packed.rows);
  });

  it('has read all its bytes in the end', async () => {
    const { file } = await readAll(await write('d.csv', extract));
    expect([file.bytesRead, file.totalBytes]).toEqual([Buffer.byteLength(extract), Buffer.byteLength(extract)]);
  });

  it.each([
    ['missing', null, 'file-unreadable'],
    ['empty', '', 'not-a-sam-extract'],
    ['cut off', gzipSync(extract).subarray(0, 200), 'file-damaged'],
  ])('refuses a file that is %s', async (name, content, code) => {
    const path = content === null ? join(folder, name) : await write(name, content);
    await expect(readAll(path)).rejects.toMatchObject({ code });
  });
});

const REAL_DATA = join(process.cwd(), '../shared/data/sam');

describe('real notices', () => {
  const expected = [
    ['notices-47col.csv.gz', 11_556],
    ['notices-big.csv.gz', 52_138],
    ['api-v2-page.json', 123],
  ] as const;

  it.each(expected)(
    'reads every row of %s as a notice or rejects it with a reason',
    async (name, count) => {
      const path = join(REAL_DATA, name);
      if (!existsSync(path)) {
        process.stderr.write(`Skipped: ${path} is not here.\n`);
        return;
      }
      const file = await NoticeFile.open(path);
      let rows = 0;
      for await (const row of file.rows(vocabulary)) {
        rows += 1;
        const complete = isAccepted(row)
          ? row.notice.title && row.notice.sourceNoticeId
          : row.rejection.code && row.rejection.message;
        if (row.row !== rows || !complete)
          throw new Error(`Row ${rows} is neither a notice nor a rejection with a reason.`);
      }
      expect(rows).toBe(count);
    },
    60_000,
  );
});
