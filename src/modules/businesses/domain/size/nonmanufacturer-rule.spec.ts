import { nonmanufacturerQuestion } from './nonmanufacturer-rule';
import type { SizeFigure } from './size-figures';

const headcount = (amount: number): SizeFigure => ({ kind: 'known', amount, basis: 'stated', evidence: 'Stated.' });
const unknown: SizeFigure = {
  kind: 'missing',
  missing: ['headcount of 2026-07'],
  isBegun: true,
  isTooYoung: false,
  question: 'How many?',
};

describe('nonmanufacturerQuestion', () => {
  it('asks a larger firm whether it makes what it would supply', () => {
    expect(nonmanufacturerQuestion('336411', true, headcount(1_200))).toEqual({
      reason:
        'For supplies under manufacturing code NAICS 336411, a firm that does not make the product itself counts as ' +
        'small only with at most 500 employees; you have 1,200 employees.',
      question: 'Do you make the product yourself?',
    });
  });

  it.each(['311811', '325412', '339999'])('holds in all of manufacturing: %s', (naics) => {
    expect(nonmanufacturerQuestion(naics, true, headcount(501))).toBeDefined();
  });

  it.each([
    ['336411', true, headcount(500), 'at the limit'],
    ['336411', false, headcount(501), 'not a supply'],
    ['423430', true, headcount(501), 'wholesale'],
    ['305000', true, headcount(501), 'no such sector'],
    ['541519', true, headcount(501), 'services'],
    ['336', true, headcount(501), 'no whole code'],
    ['336411', true, unknown, 'headcount not known'],
  ])('does not matter: %s, supply %s, %j, %s', (naics, isSupply, employees) => {
    expect(nonmanufacturerQuestion(naics, isSupply, employees)).toBeUndefined();
  });

  // 12,001 / 24 = 500.04.
  it('counts a fraction above the limit', () => {
    expect(nonmanufacturerQuestion('336411', true, headcount(12_001 / 24))?.reason).toContain(
      'you have 500.042 employees',
    );
  });
});
