import fc from 'fast-check';
import { toCsv } from '../../../../common/text/csv';
import { readCell, writeCell } from './csv-cell';

describe('readCell', () => {
  it.each([
    ["'=1+1", '=1+1'],
    ["'+1", '+1'],
    ["'-1", '-1'],
    ["'@home", '@home'],
    ["'\tx", '\tx'],
    ["'\rx", '\rx'],
    ["'＝1", '＝1'],
    ["'＋1", '＋1'],
    ["'－1", '－1'],
    ["'＠x", '＠x'],
    ["''=1", "'=1"],
    ["'''=1", "''=1"],
    ["'n Sync", "'n Sync"],
    ["'", "'"],
    ["O'Neil =", "O'Neil ="],
    ['=1+1', '=1+1'],
    ['', ''],
  ])('reads %j as %j', (cell, text) => {
    expect(readCell(cell)).toBe(text);
  });

  it('reads back what toCsv made of any text', () => {
    const text = fc.string({
      unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '＝', '＠', 'a'),
      minLength: 1,
    });
    fc.assert(
      fc.property(text, (name) => {
        const [, line = ''] = toCsv(['name'], [{ name: writeCell(name) }]).split('\r\n');
        // The last text may end with the first half of a line end, which is then quoted.
        expect(readCell(line.replace(/^"(.*)"$/s, '$1'))).toBe(name);
      }),
    );
  });
});
