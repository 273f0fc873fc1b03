import { parsePsc, pscCategory, pscGroup, pscKind, pscRelation } from './psc';

describe('pscRelation', () => {
  it.each([
    ['5905', '5905', 'equal'],
    ['d399', 'D399', 'equal'],
    ['59', '59', 'equal'],
    ['59', '5905', 'group'],
    ['5905', '5961', 'group'],
    ['D399', 'D302', 'group'],
    ['DA01', 'DA10', 'group'],
    ['DA01', 'D399', 'category'],
    ['R408', 'R699', 'category'],
    ['D', 'D399', 'category'],
    ['7A20', '7050', 'category'],
    ['7A20', '7B21', 'category'],
    ['7A20', '7110', 'none'],
    ['5905', '5805', 'none'],
    ['5905', 'D399', 'none'],
  ] as const)('of %s and %s is %s, whichever comes first', (a, b, relation) => {
    expect(pscRelation(a, b)).toBe(relation);
    expect(pscRelation(b, a)).toBe(relation);
  });

  it.each(['', '  ', null, undefined, '5', '--', 'D3999', '59--GASKET'])('never matches %p', (missing) => {
    expect(pscRelation(missing, '5905')).toBe('none');
    expect(pscRelation('D399', missing)).toBe('none');
    expect(pscRelation(missing, missing)).toBe('none');
  });
});

describe('parts of a code', () => {
  it('tells supplies from services', () => {
    expect(['59', '7A20', 'D399', 'AJ11'].map(pscKind)).toEqual(['product', 'product', 'service', 'service']);
    expect(['59', '5905', 'D399', 'DA01', 'D'].map(pscGroup)).toEqual(['59', '59', 'D3', 'DA', null]);
    expect(['5905', '7A20', '7030', 'DA01'].map(pscCategory)).toEqual(['59', '70', '70', 'D']);
  });

  it('reads codes in small letters and with blanks', () => {
    expect(parsePsc(' da01 ')).toBe('DA01');
  });
});
