import { isWebAddress } from './web-address';

describe('isWebAddress', () => {
  it.each([
    'https://example.com',
    'HTTP://Example.com:8080/a?b=c#d',
    'https://my_firm.example.com/',
    'https://my_firm.com',
    'https://büro.example/über',
    `https://example.com/${'🚀'.repeat(280)}`,
    'http://93.184.216.34/',
  ])('takes %j', (text) => expect(isWebAddress(text)).toBe(true));

  it.each([
    '',
    'example.com',
    'javascript:alert(1)',
    'ftp://example.com',
    'https://user:secret@example.com',
    'https://user@example.com',
    'https://xn--a.com',
    'http://intranet/',
    'http://localhost:3000',
    'http://[::1]/',
    'https://.com',
    'https://a..com',
    'https:example.com',
    'https:/example.com',
    'https:///example.com',
    'https:\\\\example.com',
    ' https://example.com',
    'https://example.com ',
    'https://example.com/a b',
    'https://exam\tple.com',
    'https://example.com/\u0001',
    'https://example.com/<script>',
    `https://example.com/${'x'.repeat(300)}`,
  ])('refuses %j', (text) => expect(isWebAddress(text)).toBe(false));
});
