import { toCsv } from './csv';

const cellOf = (value: string | number | boolean | Date | null | undefined): string =>
  toCsv(['cell', 'end'], [{ cell: value, end: 'x' }])
    .split('\r\n')
    .slice(1, -1)
    .join('\r\n')
    .replace(/,x$/, '');

describe('comma-separated values', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1+1'])(
    'do not let the text %j begin like a formula',
    (text) => {
      expect(cellOf(text).replace(/^"/, '')).toBe(cellOf(text).startsWith('"') ? `'${text}"` : `'${text}`);
    },
  );

  it.each([
    ['a formula with quotes', '=HYPERLINK("http://evil.test","x")', `"'=HYPERLINK(""http://evil.test"",""x"")"`],
    ['a comma', 'a,b', '"a,b"'],
    ['a line end', 'a\r\nb', '"a\r\nb"'],
    ['a line feed alone', 'a\nb', '"a\nb"'],
    ['a carriage return alone', 'a\rb', '"a\rb"'],
    ['a quote', 'say "no"', '"say ""no"""'],
    ['a number', -12.5, '-12.5'],
    ['nought', 0, '0'],
    ['a truth', false, 'false'],
    ['an instant', new Date('2026-04-10T12:00:00Z'), '2026-04-10T12:00:00.000Z'],
    ['nothing', null, ''],
    ['what is absent', undefined, ''],
  ])('hold %s', (_, value, cell) => expect(cellOf(value)).toBe(cell));

  it('begin with a line of names, also without rows, and hold the named columns in their order', () => {
    expect(toCsv(['a', 'b'], [])).toBe('a,b\r\n');
    expect(toCsv(['b', 'a'], [{ a: 1, b: 2 }])).toBe('b,a\r\n2,1\r\n');
  });

  it('are written in parts, with one line of names', () => {
    expect(toCsv(['a'], [{ a: 1 }]) + toCsv(['a'], [{ a: 2 }], { header: false })).toBe('a\r\n1\r\n2\r\n');
    expect(toCsv(['a'], [], { header: false })).toBe('');
  });
});
