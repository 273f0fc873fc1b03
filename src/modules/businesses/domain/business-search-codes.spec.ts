import { DomainError } from '../../../common/errors/domain-error';
import { searchedNaics, sectorOfDigits } from './business-search-codes';

describe('the NAICS codes that a search asks for', () => {
  it.each<[string, string[]]>([
    ['33', ['31', '32', '33']],
    ['31-33', ['31', '32', '33']],
    ['44', ['44', '45']],
    ['48-49', ['48', '49']],
    ['54', ['54']],
    ['332', ['332']],
    ['541512', ['541512']],
  ])('%s: those that begin with %j', (code, prefixes) => {
    expect(searchedNaics(code)).toEqual(prefixes);
  });

  it.each(['00', '99', '31-34'])('%s is no sector', (code) => {
    expect(() => searchedNaics(code)).toThrow(DomainError);
  });

  it('belong to twenty sectors', () => {
    expect(new Set(sectorOfDigits.values()).size).toBe(20);
    expect(sectorOfDigits.get('49')).toBe('48-49');
    expect(sectorOfDigits.get('54')).toBe('54');
    expect(sectorOfDigits.has('99')).toBe(false);
  });
});
