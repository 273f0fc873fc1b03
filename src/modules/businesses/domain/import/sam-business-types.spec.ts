import { samBusinessTypes, samEntityStructures } from './sam-business-types';

describe('business types of SAM.gov', () => {
  it.each([
    ['2X', 'For Profit Organization'],
    ['27', 'Self Certified Small Disadvantaged Business'],
    ['23', 'Minority Owned Business'],
    ['LJ', 'Limited Liability Company'],
    ['8W', 'Woman Owned Small Business'],
    ['A5', 'Veteran Owned Business'],
    ['QF', 'Service Disabled Veteran Owned Business'],
    ['1E', 'Indian Economic Enterprise'],
    ['JT', 'SBA Certified 8(a) Joint Venture'],
  ])('%s is %s', (code, name) => {
    expect(samBusinessTypes.get(code)).toBe(name);
  });

  it.each(['JS', 'JV', 'A9', 'A0', 'Q9', ''])('does not guess what %j is', (code) => {
    expect(samBusinessTypes.has(code)).toBe(false);
  });

  it('lists every code once, in capitals', () => {
    expect(samBusinessTypes.size).toBe(80);
    expect([...samBusinessTypes.keys()].filter((code) => !/^(F|[A-Z0-9]{2})$/.test(code))).toEqual([]);
  });

  it('names the structures no longer than a legal form may be', () => {
    expect([...samEntityStructures.values()].filter((name) => name.length > 50)).toEqual([]);
    expect(samEntityStructures.get('2L')).toBe('Corporate Entity (Not Tax Exempt)');
  });
});
