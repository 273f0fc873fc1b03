import { searchWords } from './business-search-words';

describe('the words of a question', () => {
  it('are taken once each, in small letters', () => {
    expect(searchWords('  Roofing  roofing\tUTAH ').map(({ text }) => text)).toEqual(['roofing', 'utah']);
  });

  it('leave out the marks of a sentence, unless they are all there is', () => {
    expect(searchWords('"Smith, Jones" (Utah) Co. -- !').map(({ text }) => text)).toEqual([
      ...['smith', 'jones', 'utah', 'co', '--', '!'],
    ]);
  });

  it.each<[string, boolean, boolean]>([
    ['roofing', true, true],
    ['roof', true, false],
    ['design-build', true, false],
    ['84101', true, false],
    ['café', true, false],
    ['straßenbau', true, true],
    ['100%', false, false],
    ['zebra_', false, false],
    ['1=1', false, false],
    ['--', false, false],
    ['-roofs', false, false],
    ['hvac/r', false, false],
    ['🏔', false, false],
  ])('%s: by its stem %s, misspelt %s', (text, isPlain, mayBeMisspelt) => {
    expect(searchWords(text)).toEqual([{ text, isPlain, mayBeMisspelt }]);
  });

  it.each(['', ' ', '\t\n'])('are none in %j', (q) => {
    expect(searchWords(q)).toEqual([]);
  });
});
