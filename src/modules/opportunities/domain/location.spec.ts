import type { Place } from './notice';
import { countyFipsOf, type FindZip, locate } from './location';

const findZip: FindZip = (zip) =>
  zip === '84101'
    ? { state: 'UT', countyFips: '49035' }
    : zip === '80202'
      ? { state: 'CO', countyFips: null }
      : undefined;

const place = (given: Partial<Place>): Place => ({ city: null, state: null, zip: null, country: null, ...given });
const saltLake = place({ state: 'UT', zip: '84101' });

describe('the location of an opportunity', () => {
  it.each<[string, Place, Place, object]>([
    [
      'is the place of performance',
      saltLake,
      place({ state: 'CO' }),
      { basis: 'place', state: 'UT', countyFips: '49035' },
    ],
    [
      'takes the state from the ZIP code',
      place({ zip: '84101' }),
      place({}),
      { basis: 'place', state: 'UT', countyFips: '49035' },
    ],
    [
      'is the office where no place is known',
      place({ country: 'USA' }),
      saltLake,
      { basis: 'office', state: 'UT', countyFips: '49035' },
    ],
    ['stays abroad', place({ country: 'DEU' }), saltLake, { basis: 'place', state: null, countyFips: null }],
    [
      'is unknown without both',
      place({ zip: '99999' }),
      place({ state: '' }),
      { basis: null, state: null, countyFips: null },
    ],
  ])('%s', (_, placeOfPerformance, officePlace, expected) => {
    expect(locate({ placeOfPerformance, officePlace }, findZip)).toEqual(expected);
  });

  it('has no county where state and ZIP code contradict each other', () => {
    expect(countyFipsOf(place({ state: 'UT', zip: '80202' }), findZip)).toBeNull();
    expect(countyFipsOf(place({ state: 'CO', zip: '84101' }), findZip)).toBeNull();
  });
});
