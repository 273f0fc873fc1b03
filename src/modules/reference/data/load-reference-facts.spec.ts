import { findUtahCounty } from '../domain/utah-county';
import { sizeStandardsOn } from '../domain/size-standard';
import { loadReferenceFacts } from './load-reference-facts';

const facts = loadReferenceFacts();
const namesOf = (fips: readonly string[]): string[] => fips.map((code) => facts.counties.get(code)?.name ?? code);

describe('reference facts', () => {
  it('hold every level of NAICS 2022, each code below its parent', () => {
    const levels = [2, 3, 4, 5, 6].map(
      (wanted) => [...facts.naics.values()].filter(({ level }) => level === wanted).length,
    );
    expect(levels).toEqual([20, 96, 308, 689, 1012]);
    const orphans = [...facts.naics.values()].filter(
      ({ parentCode }) => parentCode !== null && !facts.naics.has(parentCode),
    );
    expect(orphans).toEqual([]);
    expect(facts.naics.get('31-33')?.title).toBe('Manufacturing');
    expect(facts.naics.get('332')?.parentCode).toBe('31-33');
  });

  it('hold the product and service codes, a few without a name', () => {
    expect(facts.psc.size).toBe(3809);
    expect([...facts.psc.values()].filter(({ name }) => name === null)).toHaveLength(25);
    expect(facts.psc.get('DA01')).toMatchObject({ kind: 'service', groupCode: 'DA', category: 'D' });
    expect(facts.psc.get('59')).toMatchObject({ kind: 'product', groupCode: '59' });
  });

  it('hold the size standards of July 2026 and know nothing of earlier days', () => {
    const all = [...facts.sizeStandards.values()].flat();
    expect(all).toHaveLength(996);
    expect(all.filter(({ exception }) => exception > 0)).toHaveLength(18);
    const resellers = sizeStandardsOn(facts.sizeStandards.get('541519') ?? [], '2026-07-15');
    expect(resellers?.base).toMatchObject({ measure: 'receipts', limit: 34_000_000 });
    expect(resellers?.exceptions).toMatchObject([{ measure: 'employees', limit: 150 }]);
    expect(sizeStandardsOn(facts.sizeStandards.get('541519') ?? [], '2026-06-30')).toBeUndefined();
    expect(facts.sizeStandards.get('921110')).toBeUndefined();
  });

  it('hold the 29 counties of Utah with symmetric neighbours', () => {
    const counties = [...facts.counties.values()];
    expect(counties.map(({ fips }) => fips)).toEqual(
      Array.from({ length: 29 }, (_, index) => String(49001 + 2 * index)),
    );
    const oneSided = counties.filter(({ fips, neighbours }) =>
      neighbours.some((other) => !facts.counties.get(other)?.neighbours.includes(fips)),
    );
    expect(oneSided).toEqual([]);
    expect(namesOf(facts.counties.get('49035')?.neighbours ?? [])).toEqual([
      'Davis',
      'Morgan',
      'Summit',
      'Tooele',
      'Utah',
      'Wasatch',
    ]);
    expect(findUtahCounty(facts.counties.values(), 'Utah County')?.fips).toBe('49049');
  });

  it('find places by ZIP code, with the county for Utah', () => {
    expect(facts.zip('84101')).toMatchObject({
      city: 'Salt Lake City',
      state: 'UT',
      county: 'Salt Lake',
      countyFips: '49035',
    });
    expect(facts.zip('84601-1234')).toMatchObject({ city: 'Provo', county: 'Utah', countyFips: '49049' });
    expect(facts.zip('20001')).toMatchObject({ state: 'DC', countyFips: null });
    expect(['', null, '8410', '00000', 'abcde'].map((text) => facts.zip(text))).toEqual(Array(5).fill(undefined));
  });
});
