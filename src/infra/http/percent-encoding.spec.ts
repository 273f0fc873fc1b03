import { isWellEncoded } from './percent-encoding';

describe('percent-encoding', () => {
  it.each(['', 'a=b+c&d', '%20', '%C3%A9', '%F0%9F%8F%94', '%00', '%25zz'])('%s can be read', (text) =>
    expect(isWellEncoded(text)).toBe(true),
  );

  it.each(['%', '%f', '%zz', 'a=%ff', '%C3%28', '%C3', '%ED%A0%80', '%C0%AF', '%F5%80%80%80'])('%s cannot', (text) =>
    expect(isWellEncoded(text)).toBe(false),
  );
});
