import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { demoNotices } from './notices';
import { NOTICE_TYPE_LABELS, SET_ASIDE_LABELS } from './draft';
import { SAM_COLUMNS, type SamRow } from './sam-csv';
import { writeDemoNotices } from './write-notices';

const TODAY = new Date('2026-11-23T18:00:00Z');
const SHARED = join(__dirname, '../../../../shared/data');
const OFFICIAL = join(SHARED, 'sam/notices-47col.csv.gz');
const itWithOfficialFile = existsSync(OFFICIAL) ? it : it.skip;

const notices = demoNotices(TODAY);
const count = (matches: (row: SamRow) => boolean): number => notices.filter(matches).length;
const isBiddable = ({ Type }: SamRow): boolean => Type === 'Solicitation' || Type === 'Combined Synopsis/Solicitation';
const isOpen = ({ ResponseDeadLine = '' }: SamRow): boolean => new Date(ResponseDeadLine) > TODAY;
const text = (row: SamRow): string => Object.values(row).join(' ');

/** The bytes in use above Latin-1, written out: Node 20 decodes them as control characters under the name windows-1252. */
const WINDOWS_1252 = new Map([
  ['\x92', '’'],
  ['\x93', '“'],
  ['\x94', '”'],
  ['\x96', '–'],
]);

function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (byte) => WINDOWS_1252.get(byte) ?? byte);
}

describe('demo notices', () => {
  it('are four hundred with distinct ids, at least 150 procurements open for bids', () => {
    expect(notices).toHaveLength(400);
    expect(new Set(notices.map(({ NoticeId }) => NoticeId)).size).toBe(400);
    const open = notices.filter((row) => isBiddable(row) && isOpen(row));
    const procurements = new Set(open.map((row) => row['Sol#']?.replace(/[^A-Z0-9]/g, '')));
    expect(procurements.size).toBeGreaterThanOrEqual(150);
  });

  it.each(Object.values(NOTICE_TYPE_LABELS))('contain %s', (label) => {
    expect(count(({ Type }) => Type === label)).toBeGreaterThanOrEqual(3);
  });

  it.each([...Object.keys(SET_ASIDE_LABELS), '["SBA"]'])('contain the set-aside %s', (code) => {
    expect(count(({ SetASideCode }) => SetASideCode === code)).toBeGreaterThanOrEqual(3);
  });

  it('leave out what real extracts leave out', () => {
    expect(count(({ SetASideCode }) => SetASideCode === '')).toBeGreaterThan(120);
    expect(count(({ NaicsCode }) => NaicsCode === '')).toBeGreaterThanOrEqual(5);
    expect(count(({ NaicsCode = '' }) => /^\d{2,5}$/.test(NaicsCode))).toBeGreaterThanOrEqual(5);
    expect(count(({ PopState }) => PopState === '')).toBeGreaterThan(100);
    expect(count(({ PopCity, PopState }) => PopCity !== '' && PopState === '')).toBeGreaterThanOrEqual(5);
    expect(count(({ Description }) => Description === '')).toBeGreaterThanOrEqual(20);
    expect(count((row) => isBiddable(row) && row.ResponseDeadLine === '')).toBeGreaterThanOrEqual(3);
  });

  it('write deadlines in every form of the real file', () => {
    const deadlines = notices.map(({ ResponseDeadLine = '' }) => ResponseDeadLine);
    const matching = (pattern: RegExp): number => deadlines.filter((deadline) => pattern.test(deadline)).length;
    expect(matching(/^\d{4}-\d\d-\d\d$/)).toBeGreaterThanOrEqual(10);
    expect(matching(/T\d\d:\d\d:\d\d$/)).toBeGreaterThanOrEqual(3);
    expect(matching(/\+09:00$/)).toBeGreaterThanOrEqual(1);
    expect(matching(/-10:00$/)).toBeGreaterThanOrEqual(1);
    expect(matching(/^20(2[89]|3\d)/)).toBeGreaterThanOrEqual(2);
    const beforePosting = count(
      (row) => isBiddable(row) && row.ResponseDeadLine !== '' && (row.ResponseDeadLine ?? '') < (row.PostedDate ?? ''),
    );
    expect(beforePosting).toBeGreaterThanOrEqual(3);
    expect(
      notices.every(({ PostedDate = '' }) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{3})?-0[45]$/.test(PostedDate)),
    ).toBe(true);
  });

  it('hold amendments, retyped numbers and procurements that change type', () => {
    const families = new Map<string, SamRow[]>();
    for (const row of notices.filter((notice) => notice['Sol#'])) {
      const number = row['Sol#']?.replace(/[^A-Z0-9]/g, '') ?? '';
      families.set(number, [...(families.get(number) ?? []), row]);
    }
    const groups = [...families.values()].filter((rows) => rows.length > 1);
    expect(groups.length).toBeGreaterThanOrEqual(45);
    expect(groups.filter((rows) => new Set(rows.map((row) => row['Sol#'])).size > 1).length).toBeGreaterThanOrEqual(5);
    expect(groups.filter((rows) => new Set(rows.map(({ Type }) => Type)).size === 3).length).toBeGreaterThanOrEqual(4);
  });

  it('hold the foreign places, key links, markup and characters that trip importers', () => {
    for (const state of ['DE-RP', 'N/A']) expect(count(({ PopState }) => PopState === state)).toBeGreaterThanOrEqual(3);
    for (const piece of ['api_key=', '<ul>', '\r\n', '\ufffd', '’', 'é', '–'])
      expect(count((row) => text(row).includes(piece))).toBeGreaterThanOrEqual(3);
    expect(count(({ Title = '' }) => /^\d\d--/.test(Title))).toBeGreaterThanOrEqual(20);
  });

  it('offer the demo IT firm fitting work under every kind of set-aside', () => {
    const information = notices.filter(
      (row) => isBiddable(row) && isOpen(row) && /^5415|^5182/.test(row.NaicsCode ?? ''),
    );
    for (const code of ['HZC', 'SBA', 'NONE', 'SDVOSBC', '8A', ''])
      expect(information.map(({ SetASideCode }) => SetASideCode)).toContain(code);
  });

  it('name no person or address that could exist', () => {
    const addresses = notices.flatMap((row) => text(row).match(/[\w.]+@[\w.]+/g) ?? []);
    expect(addresses.length).toBeGreaterThan(100);
    expect(addresses.filter((address) => !/@example\.gov$/.test(address))).toEqual([]);
    const hosts = notices.flatMap((row) => text(row).match(/https?:\/\/[^/\s]+/g) ?? []);
    expect(hosts.filter((host) => !/\.example$/.test(host))).toEqual([]);
    const phones = notices.flatMap(({ PrimaryContactPhone }) => PrimaryContactPhone ?? []);
    expect(phones.every((phone) => /^801-555-01\d\d$/.test(phone))).toBe(true);
  });

  it('are the same all through a Utah day and keep their ids on the next', () => {
    expect(demoNotices(new Date('2026-11-24T06:59:00Z'))).toEqual(notices);
    const tomorrow = demoNotices(new Date('2026-11-24T18:00:00Z'));
    expect(tomorrow.map(({ NoticeId }) => NoticeId)).toEqual(notices.map(({ NoticeId }) => NoticeId));
    expect(tomorrow).not.toEqual(notices);
  });
});

describe('the demo extract', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-notices-'));
  const path = join(folder, 'notices.csv');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads back row for row as Windows-1252 and RFC 4180', async () => {
    await writeDemoNotices(path, TODAY);
    const decoded = decodeWindows1252(readFileSync(path)).replaceAll('ï¿½', '\ufffd');
    const records = parse(decoded, { relax_column_count: false });
    expect(records[0]).toEqual([...SAM_COLUMNS]);
    expect(records.slice(1)).toEqual(notices.map((row) => SAM_COLUMNS.map((column) => row[column] ?? '')));
  });

  itWithOfficialFile('has the header of the official one (needs ../shared/data)', () => {
    const header = gunzipSync(readFileSync(OFFICIAL)).toString('utf8', 0, 2000).split(/\r?\n/)[0];
    expect(header).toBe(SAM_COLUMNS.join(','));
  });
});
