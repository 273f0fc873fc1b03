import { readCodes, splitList } from './code-list';

interface Entry {
  readonly code: string;
  readonly mark: string;
}

const read = (
  text: string,
  merge?: (earlier: Entry, later: Entry) => Entry | undefined,
): ReturnType<typeof readCodes<Entry>> =>
  readCodes(splitList(text, ';'), {
    column: 'letters',
    expected: 'letter',
    most: 3,
    read: (entry) => (/^[A-Z]\d?$/.test(entry) ? { code: entry.slice(0, 1), mark: entry.slice(1) } : undefined),
    codeOf: ({ code }) => code,
    merge,
  });

describe('splitList', () => {
  it.each([
    ['', []],
    [' ', []],
    ['A', ['A']],
    [' A ;B', ['A', 'B']],
    [';A;;B;', ['A', 'B']],
  ])('splits %j into %j', (cell, entries) => {
    expect(splitList(cell, ';')).toEqual(entries);
  });
});

describe('readCodes', () => {
  it('keeps the order, and each code once with a remark', () => {
    const { entries, remarks, problems } = read('B1;A;B2;A');
    expect(entries).toEqual([
      { code: 'B', mark: '1' },
      { code: 'A', mark: '' },
    ]);
    expect(remarks).toEqual([
      { code: 'duplicate-code', message: 'letters: B is listed more than once; kept once.' },
      { code: 'duplicate-code', message: 'letters: A is listed more than once; kept once.' },
    ]);
    expect(problems).toEqual([]);
  });

  it('keeps the entry that merging chooses, in the place of the first', () => {
    expect(read('B1;A;B2', (_, later) => later).entries).toEqual([
      { code: 'B', mark: '2' },
      { code: 'A', mark: '' },
    ]);
  });

  it('says where entries contradict each other', () => {
    expect(read('B1;B2', () => undefined).problems).toEqual(['letters: B is listed twice, in different ways.']);
  });

  it('names the place of what is no code, and repeats nothing of it', () => {
    expect(read('A;529-98-1234;B;?').problems).toEqual([
      'letters: entry 2 is no letter.',
      'letters: entry 4 is no letter.',
    ]);
  });

  it('refuses more entries than a profile holds', () => {
    expect(read('A;B;C').problems).toEqual([]);
    expect(read('A;B;C;C').problems).toEqual([]);
    expect(read('A;B;C;D').problems).toEqual(['letters: 4 entries are more than the 3 that a profile holds.']);
  });
});
