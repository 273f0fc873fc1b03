import fc from 'fast-check';
import { type CsvRecord, readCsvRecords } from './csv-records';

async function* chunksOf(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield await Promise.resolve(text.slice(at, at + size));
}

const read = async (text: string, size = 1_000_000): Promise<CsvRecord[]> => {
  const records: CsvRecord[] = [];
  for await (const record of readCsvRecords(chunksOf(text, size), /\n"?id\d+"?,/g)) records.push(record);
  return records;
};

const fieldsOf = async (text: string, size?: number): Promise<unknown[]> =>
  (await read(text, size)).map((record) => ('fields' in record ? record.fields : record.problem));

describe('readCsvRecords', () => {
  it('reads quoted commas, doubled quotes and line breaks', async () => {
    expect(await fieldsOf('a,"b, ""c""","d\r\ne\n\nf"\r\n1,,\n')).toEqual([
      ['a', 'b, "c"', 'd\r\ne\n\nf'],
      ['1', '', ''],
    ]);
  });

  it('reads a last record without a line break, and one that ends with a comma', async () => {
    expect(await fieldsOf('a,b\n1,"2"')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(await fieldsOf('a,b\n1,')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
  });

  it('passes over blank lines', async () => {
    expect(await fieldsOf('\r\n\na,b\n\n\r\n1,2\n\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('keeps quotes that were not doubled as text', async () => {
    expect(await fieldsOf('1,pipe 4" wide,"a "bolt" of 2"" steel",x\n2,b,c,d')).toEqual([
      ['1', 'pipe 4" wide', 'a "bolt" of 2" steel', 'x'],
      ['2', 'b', 'c', 'd'],
    ]);
  });

  it.each([3, 7, 1_000])('loses only the row whose quote is never closed, in chunks of %i', async (size) => {
    const text = 'id1,"never closed,b\nid2,"fine",b\nid3,c,"d"\n';
    expect(await fieldsOf(text, size)).toEqual(['quote-not-closed', ['id2', 'fine', 'b'], ['id3', 'c', 'd']]);
  });

  it.each([1, 3, 7, 1_000])(
    'takes a strict record for one, whatever its lines look like, in chunks of %i',
    async (size) => {
      const text = 'id,text,more\nid1,"We do:\nid9,""all"",b\nand more",b\nid2,c,d\n';
      expect(await fieldsOf(text, size)).toEqual([
        ['id', 'text', 'more'],
        ['id1', 'We do:\nid9,"all",b\nand more', 'b'],
        ['id2', 'c', 'd'],
      ]);
    },
  );

  it.each([3, 1_000])('finds the rows behind a quote that swallowed them, in chunks of %i', async (size) => {
    const text = 'id,text,more\nid1,"never closed,b\nid2,c,d\nid3,"",d\nid4,"e",f\n';
    expect(await fieldsOf(text, size)).toEqual([
      ['id', 'text', 'more'],
      'quote-not-closed',
      ['id2', 'c', 'd'],
      ['id3', '', 'd'],
      ['id4', 'e', 'f'],
    ]);
  });

  it('loses only the line when no later line looks like a record', async () => {
    expect(await fieldsOf('1,"never closed\n2,b\n3,c\n')).toEqual(['quote-not-closed', ['2', 'b'], ['3', 'c']]);
  });

  it('gives up on a record that is longer than any notice', async () => {
    const text = `1,"${'x'.repeat(4_100_000)}\n2,b\n`;
    expect(await fieldsOf(text, 65_536)).toEqual(['record-too-long', ['2', 'b']]);
  });

  it('reads back whatever fields are written to it, in chunks of any size', async () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r\n', ' '), maxLength: 8 });
    const row = fc.array(field, { minLength: 2, maxLength: 4 });
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 5 }), fc.integer({ min: 1, max: 20 }), async (rows, size) => {
        const text = rows.map((fields) => fields.map(quoted).join(',')).join('\n');
        expect(await fieldsOf(text, size)).toEqual(rows);
      }),
    );
  });
});
