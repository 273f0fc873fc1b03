import { isMaskedEin, maskedEin, parseEin } from './ein';

const UNASSIGNED = '00 07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97'.split(' ');
const prefixes = Array.from({ length: 100 }, (_, prefix) => String(prefix).padStart(2, '0'));

describe('parseEin', () => {
  it.each([
    ['12-3456789', '123456789'],
    ['123456789', '123456789'],
    [' 01-0000000 ', '010000000'],
    ['99-9999999', '999999999'],
  ])('reads %j as %s', (text, ein) => {
    expect(parseEin(text)).toBe(ein);
  });

  it.each([
    ['', 'empty'],
    ['12-345678', 'eight digits'],
    ['12345678', 'eight digits: which zero was dropped is not known'],
    ['1234567890', 'ten digits'],
    ['123-45-6789', 'the shape of a Social Security number'],
    ['123-456789', 'the hyphen elsewhere'],
    ['12 3456789', 'a blank'],
    ['12-34567A9', 'a letter'],
    ['12-3456789\n1', 'a second line'],
    ['**-***6789', 'masked'],
    ['１２-3456789', 'full-width digits'],
  ])('refuses %j: %s', (text) => {
    expect(parseEin(text)).toBeUndefined();
  });

  it('refuses exactly the prefixes that are not assigned', () => {
    expect(prefixes.filter((prefix) => parseEin(`${prefix}-1234567`) === undefined)).toEqual(UNASSIGNED);
  });
});

describe('the mask', () => {
  it('shows the last four digits', () => {
    expect(maskedEin('6789')).toBe('**-***6789');
  });

  it.each([
    ['**-***6789', true],
    [' **-***6789 ', true],
    ['12-3456789', false],
    ['**-***678', false],
    ['*****6789', false],
    ['', false],
  ])('knows %j: %s', (text, isMasked) => {
    expect(isMaskedEin(text)).toBe(isMasked);
  });

  it('is never read as a number', () => {
    expect(parseEin(maskedEin('6789'))).toBeUndefined();
  });
});
