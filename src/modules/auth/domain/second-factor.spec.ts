import { otpauthUrl, stepOfCode } from './second-factor';

/** `12345678901234567890`, the secret of RFC 6238 appendix B, in base 32. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

const at = (seconds: number): Date => new Date(seconds * 1000);

describe('a code of an authenticator app', () => {
  // RFC 6238 appendix B, SHA-1: codes of six digits are the last six of the eight printed there.
  it.each([
    [59, '94287082', 1],
    [1111111109, '07081804', 0x23523ec],
    [1111111111, '14050471', 0x23523ed],
    [1234567890, '89005924', 0x273ef07],
    [2000000000, '69279037', 0x3f940aa],
    [20000000000, '65353130', 0x27bc86aa],
  ])('of RFC 6238 at %d s is known with its step', (seconds, eightDigits, step) => {
    expect(stepOfCode(SECRET, eightDigits.slice(2), at(seconds))).toBe(step);
  });

  const [code, step, from] = ['050471', 37037037, 1111111110];

  it.each([
    [-31, undefined],
    [-30, step],
    [-1, step],
    [0, step],
    [29, step],
    [30, step],
    [59, step],
    [60, undefined],
  ])('is good one step early and one step late: %d s after its step began', (seconds, expected) => {
    expect(stepOfCode(SECRET, code, at(from + seconds))).toBe(expected);
  });

  it('may be typed with blanks', () => {
    expect(stepOfCode(SECRET, ' 050 471\n', at(from))).toBe(step);
  });

  it.each([
    '',
    '05047',
    '0504711',
    '050472',
    '14050471',
    '+50471',
    '0x0471',
    '５０５０４７１',
    '٠٥٠٤٧١',
    '050471,050471',
  ])('is not %j', (text) => {
    expect(stepOfCode(SECRET, text, at(from))).toBeUndefined();
  });

  it('is the code of its own secret alone', () => {
    expect(stepOfCode('MZXW6YTBOI'.padEnd(32, 'A'), code, at(from))).toBeUndefined();
  });
});

describe('the link for an authenticator app', () => {
  it('names issuer and account, and says the secret', () => {
    const url = new URL(otpauthUrl(SECRET, 'ada+hub@example.test'));
    expect([url.protocol, url.host, decodeURIComponent(url.pathname)]).toEqual([
      'otpauth:',
      'totp',
      '/Utah Contracting Hub:ada+hub@example.test',
    ]);
    expect(Object.fromEntries(url.searchParams)).toEqual({ secret: SECRET, issuer: 'Utah Contracting Hub' });
  });
});
