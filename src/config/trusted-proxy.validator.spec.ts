import { HttpConfig } from './http.config';
import { ConfigurationError, loadConfiguration } from './load-config';

const problemsOf = (TRUST_PROXY: string): readonly string[] => {
  try {
    loadConfiguration([HttpConfig], { TRUST_PROXY });
    return [];
  } catch (error) {
    return error instanceof ConfigurationError ? error.problems : [String(error)];
  }
};

describe('TRUST_PROXY', () => {
  it.each([
    '',
    '127.0.0.1',
    '10.0.0.5, 10.0.1.0/24',
    '::1,fd00::/8',
    '2001:DB8::1/128',
    '::ffff:10.0.0.5',
    'loopback',
    'linklocal,uniquelocal',
  ])('takes %j', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it.each([
    'true',
    '1',
    '*',
    'yes',
    'proxy.example',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.0/33',
    'fd00::/129',
    '10.0.0.0/255.0.0.0',
    '10.0.0.0/',
    '10.0.0',
    '127.1',
    'fe80::1%eth0',
    'loopback/8',
    'toString',
    '10.0.0.5,true',
  ])('refuses %j, and says what it takes', (text) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(/^TRUST_PROXY: .*10\.0\.0\.0\/24.*loopback/)]);
  });
});
