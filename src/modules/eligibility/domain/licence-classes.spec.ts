import { licenceClasses } from './licence-classes';

describe('licenceClasses', () => {
  it.each<[string, string[]]>([
    ['B100', ['B100']],
    ['e-100', ['E100']],
    ['E100, B100', ['E100', 'B100']],
    ['B100/E100', ['B100', 'E100']],
    ['E100 B100', ['E100', 'B100']],
    ['e-100 and B 100 General Building', ['E100', 'B100']],
    ['B100 General Building; E100', ['B100', 'E100']],
    ['General building contractor B100', ['B100']],
    ['S280 + S290 & S350', ['S280', 'S290', 'S350']],
    ['', []],
    ['contractor', []],
    ['B1000', []],
  ])('reads %j', (text, classes) => {
    expect(licenceClasses(text)).toEqual(classes);
  });

  it.each<[string, string[]]>([
    ['R100 (B100 applied for)', ['R100']],
    ['R100 Residential; no B-100', ['R100']],
    ['S280, Suite B 100', ['S280']],
    ['B-100, formerly E100', ['B100']],
    ['no B100', []],
  ])('takes %j for no other than the first of a plain list', (text, classes) => {
    expect(licenceClasses(text)).toEqual(classes);
  });
});
