import { parseFactTable } from './fact-table';

describe('parseFactTable', () => {
  it('reads source, day and rows by column name, empty cells included', () => {
    const table = parseFactTable('# source: Someone\n# asOf: 2026-07-01\ncode\tname\n10\tWEAPONS\n1000\t\n');
    expect(table).toMatchObject({ source: 'Someone', asOf: '2026-07-01' });
    expect(table.rows.map((row) => [row('code'), row('name')])).toEqual([
      ['10', 'WEAPONS'],
      ['1000', ''],
    ]);
  });

  it('does not pass over a missing column, source or cell', () => {
    const table = parseFactTable('# source: Someone\n# asOf: 2026-07-01\ncode\tname\n10\n');
    expect(() => table.rows[0]?.('name')).toThrow('no value in column name');
    expect(() => table.rows[0]?.('title')).toThrow('no value in column title');
    expect(() => parseFactTable('code\n10\n')).toThrow('does not say its source');
  });
});
