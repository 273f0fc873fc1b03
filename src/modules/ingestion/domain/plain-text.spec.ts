import { plainText, shorten, singleLine } from './plain-text';

describe('plainText', () => {
  it('turns HTML into paragraphs', () => {
    const html =
      '<p>The <strong>Hill AFB</strong> office&nbsp;buys:</p><ul><li>bolts &amp; nuts</li><li>4&quot; pipe</li></ul><p>Ask&hellip;</p>';
    expect(plainText(html)).toBe('The Hill AFB office buys:\n\n * bolts & nuts\n * 4" pipe\n\nAsk…');
  });

  it('keeps line breaks of text that only holds entities', () => {
    expect(plainText('Line one &amp; two\nR&D, AT&T &lt;end&gt;')).toBe('Line one & two\nR&D, AT&T <end>');
  });

  it('leaves angle brackets that are no tags alone', () => {
    const text = 'Write to <jane.doe@agency.test> <END OF NOTICE> if 3 < 4 and 5 > 4';
    expect(plainText(text)).toBe(text);
    expect(plainText(`<p>${text}</p>`)).toBe(text);
  });

  it('drops scripts and styles', () => {
    expect(plainText('<style>p {color: red}</style><script>alert(1)</script><p>Text</p>')).toBe('Text');
  });

  it('shows where a link leads, without the key of whoever downloaded it', () => {
    const html = '<a href="https://api.sam.gov/file?api_key=SECRET&amp;id=7">drawing</a>';
    expect(plainText(html)).toBe('drawing [https://api.sam.gov/file?id=7]');
    expect(plainText('See https://api.sam.gov/x?id=7&api_key=SECRET.')).not.toContain('SECRET');
  });

  it('keeps paragraphs but not piles of blank lines', () => {
    expect(plainText('One\r\n\r\n\r\n\r\nTwo  \r\nThree')).toBe('One\n\nTwo\nThree');
  });

  it('drops what a database or a reader cannot hold, and keeps what the source could not', () => {
    expect(plainText('a\u0000b\u0007c \uD800 d \uFFFD \u{1F680}')).toBe('abc \uFFFD d \uFFFD \u{1F680}');
  });

  it('survives HTML that never ends and nests without end', () => {
    expect(plainText('<div>'.repeat(50_000) + 'deep')).toEqual(expect.any(String));
    expect(plainText('<p>open <b')).toContain('open');
    expect(plainText('<table>'.repeat(5_000))).toEqual(expect.any(String));
  });

  it('is quick on a megabyte of anything', () => {
    for (const unit of ['<', '<p ', '&', '&amp', 'a ', '<a href="', '\n', '?api_key=']) {
      expect(plainText(unit.repeat(1_000_000 / unit.length))).toEqual(expect.any(String));
    }
  });
});

describe('singleLine', () => {
  it('makes one line', () => {
    expect(singleLine('  59--GASKET,\r\n\tRUBBER \u0000')).toBe('59--GASKET, RUBBER');
  });
});

describe('shorten', () => {
  it('never leaves half a character', () => {
    expect(shorten('ab\u{1F680}', 3)).toBe('ab');
    expect(shorten('ab\u{1F680}', 4)).toBe('ab\u{1F680}');
  });
});
