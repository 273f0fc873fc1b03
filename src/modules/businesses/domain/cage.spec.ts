import { isCage, normaliseCage } from './cage';

describe('isCage', () => {
  it.each(['3GUY7', '1TCA0', '0W7V5', '82872', '00000', '4z748', ' 1QN24 '])('accepts %j', (cage) => {
    expect(isCage(cage)).toBe(true);
  });

  it.each([
    ['', 'empty'],
    ['1TCA', 'four characters'],
    ['1TCA00', 'six characters'],
    ['1TIA0', 'the letter I'],
    ['1TOA0', 'the letter O'],
    ['1toa0', 'the letter O in lower case'],
    ['U1234', 'NCAGE: a letter first'],
    ['1234N', 'NCAGE: a letter last'],
    ['SK041', 'NCAGE: letters first'],
    ['1 CA0', 'a blank within'],
    ['1TC-0', 'a hyphen'],
    ['1TCA0\n2', 'a second line'],
    ['１TCA0', 'a full-width digit'],
  ])('refuses %j: %s', (cage) => {
    expect(isCage(cage)).toBe(false);
  });
});

describe('normaliseCage', () => {
  it.each([
    ['3guy7', '3GUY7'],
    ['\t3GUY7 ', '3GUY7'],
    ['no code', 'NO CODE'],
  ])('makes %j %j', (text, cage) => {
    expect(normaliseCage(text)).toBe(cage);
  });
});
