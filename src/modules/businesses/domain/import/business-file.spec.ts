import { DomainError } from '../../../../common/errors/domain-error';
import { toCsv } from '../../../../common/text/csv';
import { loadReferenceFacts } from '../../../reference';
import { businessCsvColumns } from './business-csv';
import { isAcceptedBusiness, openBusinessFile, type ReadBusinessRow } from './business-file';
import type { KnownCodes } from './imported-business';
import { samEntityColumns } from './sam-entity-layout';

const facts = loadReferenceFacts();
const programs: ReadonlySet<string> = new Set(facts.programs.keys());
const known: KnownCodes = {
  isNaics2022: (code) => facts.naics.get(code)?.level === 6,
  isPsc: (code) => facts.psc.has(code),
  isProgram: (code) => programs.has(code),
};

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield await Promise.resolve(text.slice(at, at + size));
}

type Read = { readonly layout: string; readonly rows: readonly ReadBusinessRow[] };

const read = async (text: string, size = 65_536): Promise<Read> => {
  const { layout, rows } = await openBusinessFile(inPieces(text, size), known);
  const all: ReadBusinessRow[] = [];
  for await (const row of rows) all.push(row);
  return { layout, rows: all };
};

/** What each row came to: the name of the firm, or why it was rejected. */
const outcomes = ({ rows }: Read): readonly string[] =>
  rows.map((row) =>
    isAcceptedBusiness(row) ? `${row.row} ${row.business.companyName}` : `${row.row} ${row.rejection.code}`,
  );

const complaint = async (text: string): Promise<unknown> => {
  try {
    await read(text);
  } catch (error) {
    if (error instanceof DomainError) return error.fields.map(({ field, code, message }) => [field, code, message]);
    throw error;
  }
  return undefined;
};

const firm = (companyName: string, given: Record<string, string> = {}): Record<string, string> => ({
  ...Object.fromEntries(businessCsvColumns.map((column) => [column, ''])),
  companyName,
  ...given,
});
const csvOf = (...firms: readonly Record<string, string>[]): string => toCsv([...businessCsvColumns], firms);
const header = `${businessCsvColumns.join(',')}\n`;
const blanks = ','.repeat(businessCsvColumns.length - 1);

const samLine = (cage: string): string => `${cage},20030725,UT,84101,02,20000229,0930,2L,UT,2X~XS,541511Y,R425,Y,XX`;

describe('a file of businesses', () => {
  it.each([1, 7, 65_536])('of our columns is read row by row, in pieces of %i', async (size) => {
    const text = csvOf(firm('One'), firm('Two', { description: 'a\nb, "c"\r\nd' }), firm(''), firm('Three'));
    const file = await read(text, size);
    expect(file.layout).toBe('csv');
    expect(outcomes(file)).toEqual(['1 One', '2 Two', '3 invalid-values', '4 Three']);
    expect(file.rows[1]).toMatchObject({ business: { description: 'a\nb, "c"\r\nd' } });
    expect(file.rows[2]).toEqual({
      row: 3,
      rejection: { code: 'invalid-values', message: 'companyName: must be filled.' },
    });
  });

  it('of the extract is read row by row', async () => {
    const file = await read(
      `${samEntityColumns.join(',')}\r\n${samLine('1ABC2')}\r\n${samLine('x')}\r\n${samLine('1ABC3')}`,
    );
    expect(file.layout).toBe('sam-entities');
    expect(outcomes(file)).toEqual(['1 CAGE 1ABC2', '2 invalid-values', '3 CAGE 1ABC3']);
  });

  it('may begin with blank lines, have blanks around the names of its columns, and no row at all', async () => {
    const spaced = `\r\n\n${businessCsvColumns.map((name) => ` "${name}" `.trim()).join(',')}\r\n`;
    expect(outcomes(await read(`${spaced}One${blanks}`, 3))).toEqual(['1 One']);
    expect(await read(header)).toEqual({ layout: 'csv', rows: [] });
    expect(await read(header.trim())).toEqual({ layout: 'csv', rows: [] });
  });

  it.each([
    ['nothing', '', 'empty-file', 'The file is empty.'],
    ['blank lines', '\r\n \n', 'empty-file', 'The file is empty.'],
    ['other separators', 'companyName;city\nA;B\n', 'unknown-layout', 'The first line names neither'],
    ['a row', '87-6543210,A\n', 'unknown-layout', 'The first line names neither'],
    ['an open quote', '"never closed\n', 'unknown-layout', 'The first line names neither'],
    ['200 columns', `companyName,${'x,'.repeat(200)}\n`, 'unknown-layout', 'The first line names neither'],
    ['a line without end', 'x'.repeat(300_000), 'unknown-layout', 'The first line names neither'],
    [
      'lines that end as on old machines',
      `${header.trim()}\rA secret${blanks}\r`,
      'unknown-layout',
      'The first line names neither',
    ],
    ['too few columns', 'companyName,city\nA,B\n', 'wrong-columns', 'Columns missing: dbaName, ueiNumber'],
    ['a tax number', `ein,${header}`, 'wrong-columns', 'Columns unknown: ein. Known are: companyName, dbaName'],
  ])('that begins with %s is refused', async (_, text, code, message) => {
    expect(await complaint(text)).toEqual([['body', code, expect.stringContaining(message)]]);
  });

  it('loses only the rows that cannot be read', async () => {
    const rows = [
      `One${blanks}`,
      'Too few,columns',
      `Too many${blanks},`,
      `Nu\u0000l${blanks}`,
      `Five${blanks}`,
      `"Never closed${blanks}`,
      `Seven${blanks}`,
    ];
    expect(outcomes(await read(header + rows.join('\n')))).toEqual([
      '1 One',
      '2 column-count',
      '3 column-count',
      '4 invalid-characters',
      '5 Five',
      '6 quote-not-closed',
      '7 Seven',
    ]);
  });

  it('does not take a line of a description for a row', async () => {
    const description = `We do:\n${Array(businessCsvColumns.length).fill('roofs').join(', ')}\nand more`;
    expect(outcomes(await read(csvOf(firm('One', { description }), firm('Two'))))).toEqual(['1 One', '2 Two']);
  });

  it.each([1, 100, 100_000])('does not take a row in a description for one, in chunks of %i', async (size) => {
    const [, hidden = ''] = csvOf(firm('Hidden', { ueiNumber: 'ZQGGHJH74DW7', excluded: 'yes' })).split('\r\n');
    const description = `We clean.\n${hidden}\n${','.repeat(businessCsvColumns.length - 1)}\nThanks.`;
    const file = await read(csvOf(firm('One', { description }), firm('Two')), size);
    expect(outcomes(file)).toEqual(['1 One', '2 Two']);
    expect(file.rows[0]).toMatchObject({ business: { description } });
  });

  it('finds the next row of the extract behind a quote that is never closed', async () => {
    const lines = [samLine('1ABC2'), samLine('"1ABC3'), samLine('1ABC4')];
    const file = await read(`${samEntityColumns.join(',')}\n${lines.join('\n')}\n`);
    expect(outcomes(file)).toEqual(['1 CAGE 1ABC2', '2 quote-not-closed', '3 CAGE 1ABC4']);
  });

  it('gives up where nearly nothing can be read, in bounded time', async () => {
    const started = performance.now();
    expect(await complaint(header + 'a,"b\n'.repeat(500_000))).toEqual([
      ['body', 'unreadable-rows', expect.stringContaining('More than 1000 rows')],
    ]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('makes no report that is longer than itself', async () => {
    const file = await read(csvOf(firm('One', { naicsCodes: 'x;'.repeat(40_000) })));
    const [row] = file.rows;
    expect(row && 'rejection' in row && row.rejection.message.length).toBe(2_000);
    const twice = await read(csvOf(firm('One', { naicsCodes: '541511;'.repeat(5_000) })));
    expect(twice.rows[0]).toMatchObject({ remarks: { length: 1_000 } });
  });

  it('lets a column be called like what every object has', async () => {
    const file = await read(`__proto__,constructor,${samEntityColumns.join(',')}\nx,y,${samLine('1ABC2')}\n`);
    expect(outcomes(file)).toEqual(['1 CAGE 1ABC2']);
  });
});
