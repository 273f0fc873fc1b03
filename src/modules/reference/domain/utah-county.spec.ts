import { findUtahCounty, type UtahCounty } from './utah-county';

const counties: UtahCounty[] = [
  { fips: '49035', name: 'Salt Lake', neighbours: ['49049'] },
  { fips: '49049', name: 'Utah', neighbours: ['49035'] },
];

describe('findUtahCounty', () => {
  it.each([
    ['Salt Lake', '49035'],
    ['SALT  LAKE COUNTY', '49035'],
    ['Utah', '49049'],
    ['utah county', '49049'],
  ])('finds %p', (field, fips) => {
    expect(findUtahCounty(counties, field)?.fips).toBe(fips);
  });

  it.each(['', ' ', 'UT', 'State of Utah', 'Salt', 'Lake', 'County', 'Salt Lake City'])(
    'does not take %p for a county',
    (field) => {
      expect(findUtahCounty(counties, field)).toBeUndefined();
    },
  );
});
