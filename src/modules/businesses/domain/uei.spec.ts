import { isUei } from './uei';

describe('isUei', () => {
  it.each(['ZQGGHJH74DW7', 'JH9ZARNKWKC7', 'VN1AJFAD19J9', 'N4YFFGL4CDX5', 'n4yffgl4cdx5'])('accepts %s', (uei) => {
    expect(isUei(uei)).toBe(true);
  });

  it.each([
    ['N4YFFGL4CDX6', 'wrong check digit'],
    ['RV56IG5JM6G9', "GSA's own sample holds the letter I"],
    ['025114695AST', 'starts with 0'],
    ['TST987654321', 'nine digits in a row'],
    ['ABC123DEF456', 'made up'],
    ['', 'empty'],
  ])('refuses %s: %s', (uei) => {
    expect(isUei(uei)).toBe(false);
  });
});
