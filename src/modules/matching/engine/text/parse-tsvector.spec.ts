import fc from 'fast-check';
import { parseTsvector } from './parse-tsvector';

describe('parseTsvector', () => {
  it('counts positions of title (A) and text, leaving out numbers (B) and the buyer (C)', () => {
    expect(parseTsvector("'cloud':3A,12,14C 'desk':6B,7C 'help':5")).toEqual({
      lexemes: ['cloud', 'help'],
      title: [1, 0],
      body: [1, 1],
      length: 3,
    });
  });

  it.each([
    ["'it''s':1", "it's"],
    ["'back\\\\slash':1", 'back\\slash'],
    ["'two words':1", 'two words'],
    ["'a:b':1", 'a:b'],
    ["'''':1", "'"],
  ])('reads the quoting of %s', (text, lexeme) => {
    expect(parseTsvector(text)).toEqual({ lexemes: [lexeme], title: [0], body: [1], length: 1 });
  });

  it('reads an empty vector and one without positions', () => {
    expect(parseTsvector('').lexemes).toEqual([]);
    expect(parseTsvector("'cloud' 'help'")).toMatchObject({ lexemes: ['cloud', 'help'], body: [1, 1], length: 2 });
  });

  it.each(['cloud:1', "'cloud:1"])('refuses %s', (text) => {
    expect(() => parseTsvector(text)).toThrow(SyntaxError);
  });

  it('reads back whatever PostgreSQL would write', () => {
    const quote = (lexeme: string) => `'${lexeme.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`;
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 8 }), (lexemes) => {
        const text = lexemes.map((lexeme, position) => `${quote(lexeme)}:${position + 1}A,${position + 9}`).join(' ');
        expect(parseTsvector(text)).toEqual({
          lexemes,
          title: lexemes.map(() => 1),
          body: lexemes.map(() => 1),
          length: 2 * lexemes.length,
        });
      }),
    );
  });
});
