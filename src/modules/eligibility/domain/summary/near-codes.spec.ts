import { loadReferenceFacts } from '../../../reference';
import { nearCodesOf } from './near-codes';

const near = nearCodesOf(
  {
    naicsCodes: [{ id: 'a', code: '541512', isPrimary: true, version: '2022', samSize: null }],
    pscCodes: [
      { id: 'b', code: 'DA01' },
      { id: 'c', code: '5905' },
    ],
  },
  loadReferenceFacts(),
);

describe('codes near the listed ones', () => {
  it.each<[string | null, string | undefined]>([
    ['541519', '541519'],
    [' 541511 ', '541511'],
    ['541512', undefined],
    ['541611', undefined],
    ['5415', undefined],
    ['541599', undefined],
    ['', undefined],
    [null, undefined],
  ])('NAICS %s', (code, expected) => {
    expect(near.naics(code)).toBe(expected);
  });

  it.each<[string | null, string | undefined]>([
    ['DA10', 'DA10'],
    ['da10', 'DA10'],
    ['DA01', undefined],
    ['DB01', undefined],
    ['59', '59'],
    ['D', undefined],
    ['DAZZ', undefined],
    [null, undefined],
  ])('PSC %s', (code, expected) => {
    expect(near.psc(code)).toBe(expected);
  });
});
