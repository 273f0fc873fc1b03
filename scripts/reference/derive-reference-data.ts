/**
 * Derives the hub's own fact tables (src/modules/reference/data) from public extracts and from the county borders of
 * npm's us-atlas. Run once per edition of the facts, then check the result in:
 *
 *   node -r @swc-node/register scripts/reference/derive-reference-data.ts [folder of the extracts]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { deriveUtahCounties, type UtahCountyRow } from './utah-counties';

type Row = Readonly<Record<string, string>>;

interface Table {
  readonly file: string;
  readonly source: string;
  /** Day the facts are known to hold; the first of the month or year where the source names no day. */
  readonly asOf: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const root = resolve(__dirname, '../..');
const extracts = resolve(process.argv[2] ?? join(root, '../shared/data/reference'));
const target = join(root, 'src/modules/reference/data');

function extract(file: string): Row[] {
  return parse<Row>(readFileSync(join(extracts, file)), { columns: true, bom: true });
}

function cell(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`column ${column} is missing`);
  return value.replace(/\s+/g, ' ').trim();
}

/** Sectors that the Census Bureau publishes as a range of two-digit codes; the extract leaves them out. */
const RANGE_SECTORS = [
  ['31-33', 'Manufacturing'],
  ['44-45', 'Retail Trade'],
  ['48-49', 'Transportation and Warehousing'],
] as const;

function naics(): Table {
  const published = extract('naics-2022.csv').map((row) => [cell(row, 'code'), cell(row, 'title')]);
  return {
    file: 'naics.tsv',
    source: 'U.S. Census Bureau, North American Industry Classification System 2022',
    asOf: '2022-01-01',
    columns: ['code', 'title'],
    rows: [...RANGE_SECTORS, ...published].sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  };
}

function psc(): Table {
  return {
    file: 'psc.tsv',
    source:
      'GSA Product and Service Codes Manual, retired codes included; public extract of November 2026, edition not stated',
    asOf: '2026-11-01',
    columns: ['code', 'name'],
    rows: extract('psc.csv').map((row) => [cell(row, 'code'), cell(row, 'name')]),
  };
}

/** The published limits are in million USD with up to two decimals; rounding removes the binary rest. */
function usd(million: string): string {
  return String(Math.round(Number(million) * 1_000_000));
}

function sizeLimit(row: Row): readonly [measure: string, limit: string] {
  const receipts = cell(row, 'receiptsMillionUsd');
  const assets = cell(row, 'assetsMillionUsd');
  const employees = cell(row, 'employees');
  const limits = [
    ...(receipts ? [['receipts', usd(receipts)] as const] : []),
    ...(assets ? [['assets', usd(assets)] as const] : []),
    ...(employees ? [['employees', employees] as const] : []),
  ];
  const [limit] = limits;
  if (limit === undefined || limits.length > 1)
    throw new Error(`size standard of ${cell(row, 'naics')} has ${limits.length} measures`);
  return limit;
}

function sizeStandards(): Table {
  const exceptionsSeen = new Map<string, number>();
  const rows = extract('size-standards-2026-07.csv').map((row) => {
    const code = cell(row, 'naics');
    const exception = cell(row, 'exception') ? (exceptionsSeen.get(code) ?? 0) + 1 : 0;
    exceptionsSeen.set(code, exception);
    return [code, String(exception), cell(row, 'description'), ...sizeLimit(row), cell(row, 'footnote')];
  });
  return {
    file: 'size-standards.tsv',
    source: 'SBA table of small business size standards (13 CFR 121.201), as published in July 2026',
    asOf: '2026-07-01',
    columns: ['naics', 'exception', 'description', 'measure', 'limit', 'footnote'],
    rows,
  };
}

function utahCounties(counties: readonly UtahCountyRow[]): Table {
  return {
    file: 'utah-counties.tsv',
    source:
      'U.S. Census Bureau cartographic county boundaries 2017, by npm us-atlas 3.0.1; neighbours share a border line',
    asOf: '2017-01-01',
    columns: ['fips', 'name', 'neighbours'],
    rows: counties.map(({ fips, name, neighbours }) => [fips, name, neighbours.join(' ')]),
  };
}

/** Four decimals are 11 metres, far finer than a ZIP centroid means anything. */
function degrees(text: string): string {
  return text === '' ? '' : String(Number(Number(text).toFixed(4)));
}

function zips(counties: readonly UtahCountyRow[]): Table {
  const fipsByName = new Map(counties.map(({ fips, name }) => [name, fips]));
  const rows = extract('us-zips.csv').map((row) => {
    const [state, county] = [cell(row, 'state'), cell(row, 'county')];
    const fips = state === 'UT' ? fipsByName.get(county) : '';
    if (fips === undefined) throw new Error(`${county} is no county of Utah`);
    return [
      cell(row, 'zip'),
      cell(row, 'city'),
      state,
      county,
      degrees(cell(row, 'lat')),
      degrees(cell(row, 'lon')),
      fips,
    ];
  });
  return {
    file: 'zips.tsv.gz',
    source: 'Public list of US ZIP codes with centroids (50 states and DC), extract of November 2026',
    asOf: '2026-11-01',
    columns: ['zip', 'city', 'state', 'county', 'latitude', 'longitude', 'county_fips'],
    rows,
  };
}

function write(table: Table): void {
  const lines = [
    `# source: ${table.source}`,
    `# asOf: ${table.asOf}`,
    table.columns.join('\t'),
    ...table.rows.map((row) => row.join('\t')),
  ];
  const text = `${lines.join('\n')}\n`;
  const bytes = table.file.endsWith('.gz') ? gzipSync(text, { level: 9 }) : Buffer.from(text);
  writeFileSync(join(target, table.file), bytes);
  console.log(`${table.file}: ${table.rows.length} rows, ${Math.ceil(bytes.length / 1024)} kB`);
}

const counties = deriveUtahCounties();
[naics(), psc(), sizeStandards(), utahCounties(counties), zips(counties)].forEach(write);
