import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json';

/** The same value with the fields of every object the other way round. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, inner]): [string, unknown] => [name, reversed(inner)])
      .reverse(),
  );
};

describe('canonical JSON', () => {
  it.each([
    ['{"b":1,"a":{"d":[2,1],"c":null}}', '{"a":{"c":null,"d":[2,1]},"b":1}'],
    ['{"__proto__":{"b":1,"a":2},"10":1,"9":2}', '{"9":2,"10":1,"__proto__":{"a":2,"b":1}}'],
    ['"text"', '"text"'],
  ])('of %s', (given, expected) => {
    expect(canonicalJson(JSON.parse(given))).toBe(expected);
  });

  it('is the same in whichever order fields come, and differs between values that differ', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(canonicalJson(reversed(one))).toBe(canonicalJson(one));
        const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
        expect(canonicalJson(one) === canonicalJson(other)).toBe(isDeepStrictEqual(sent(one), sent(other)));
      }),
    );
  });
});
