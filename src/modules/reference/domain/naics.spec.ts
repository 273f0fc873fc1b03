import { naicsAncestors, naicsLevel, naicsRelation, naicsSector, parseNaics } from './naics';

describe('naicsSector', () => {
  it.each([
    ['332710', '31-33'],
    ['311', '31-33'],
    ['32', '31-33'],
    ['31-33', '31-33'],
    ['449110', '44-45'],
    ['45', '44-45'],
    ['484', '48-49'],
    ['541512', '54'],
  ])('folds the sector ranges: %s belongs to %s', (code, sector) => {
    expect(naicsSector(code)).toBe(sector);
  });

  it.each(['', ' ', null, undefined, '5', 'abc', '99', '5415123', '54.15', '31-34'])(
    'knows no sector of %p',
    (code) => {
      expect(naicsSector(code)).toBeUndefined();
    },
  );
});

describe('naicsAncestors', () => {
  it('lists the broader codes, narrowest first, up to the folded sector', () => {
    expect(naicsAncestors('332710')).toEqual(['33271', '3327', '332', '31-33']);
    expect(naicsAncestors('541')).toEqual(['54']);
    expect(naicsAncestors('31-33')).toEqual([]);
    expect(naicsAncestors('54')).toEqual([]);
    expect(naicsAncestors('')).toEqual([]);
  });
});

describe('naicsLevel', () => {
  it('counts digits, and a range as a sector', () => {
    expect(['31-33', '54', '541', '5415', '54151', '541512', ''].map(naicsLevel)).toEqual([
      2,
      2,
      3,
      4,
      5,
      6,
      undefined,
    ]);
  });
});

describe('naicsRelation', () => {
  it.each([
    ['541512', '541512', 6],
    [' 541512', '541512 ', 6],
    ['541512', '541519', 5],
    ['541512', '541330', 3],
    ['541512', '5415', 4],
    ['5415', '5415', 4],
    ['541512', '541', 3],
    ['541512', '54', 'sector'],
    ['541512', '541', 3],
    ['541512', '551112', 'none'],
    ['332710', '311811', 'sector'],
    ['332710', '31', 'sector'],
    ['332710', '31-33', 'sector'],
    ['31-33', '31-33', 'sector'],
    ['441110', '455110', 'sector'],
    ['481111', '493110', 'sector'],
    ['481111', '441110', 'none'],
  ] as const)('of %s and %s is %s, whichever comes first', (a, b, relation) => {
    expect(naicsRelation(a, b)).toBe(relation);
    expect(naicsRelation(b, a)).toBe(relation);
  });

  it('takes a sixth digit 0 for the five-digit industry itself', () => {
    expect(naicsRelation('332710', '33271')).toBe(6);
    expect(naicsRelation('541512', '54151')).toBe(5);
  });

  it.each(['', '   ', null, undefined, '0', '5', 'N/A', '999999'])(
    'never matches %p, not even with itself',
    (missing) => {
      expect(naicsRelation(missing, '541512')).toBe('none');
      expect(naicsRelation('541512', missing)).toBe('none');
      expect(naicsRelation(missing, missing)).toBe('none');
    },
  );
});

describe('parseNaics', () => {
  it('does not read a longer text by its beginning', () => {
    expect(parseNaics('541512 Computer Systems')).toBeUndefined();
  });
});
