import { parseUrl } from './parse-url';

describe('parseUrl', () => {
  it('reads a URL with any letters, however often it is asked', () => {
    const isRead = (): boolean => parseUrl('https://büro.example/über')?.hostname === 'xn--bro-hoa.example';
    expect(Array.from({ length: 20_000 }, isRead)).not.toContain(false);
  });

  it.each(['', 'example.com', 'https://', 'https://[::1'])('takes %j for none', (text) => {
    expect(parseUrl(text)).toBeUndefined();
  });
});
