import { decodeText } from './text-decoder';

async function* chunksOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

const decode = async (bytes: Buffer, size: number): Promise<string> => {
  let text = '';
  for await (const part of decodeText(chunksOf(bytes, size))) text += part;
  return text;
};

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('decodeText', () => {
  const sizes = [1, 2, 3, 5, 1_000];

  it.each(sizes)('reads UTF-8 whose characters are split over chunks of %i bytes', async (size) => {
    const text = 'Größe – “naïve” 日本語 🚀 \uFFFD end';
    expect(await decode(Buffer.from(text, 'utf8'), size)).toBe(text);
  });

  it.each(sizes)('leaves out a byte order mark in chunks of %i bytes', async (size) => {
    expect(await decode(Buffer.from('\uFEFFNoticeId,Title', 'utf8'), size)).toBe('NoticeId,Title');
  });

  it.each(sizes)('reads Windows-1252 in chunks of %i bytes', async (size) => {
    const bytes = latin('buyer\x92s \x93caf\xe9\x94 \x96 5 \x80 \xbd');
    expect(await decode(bytes, size)).toBe('buyer’s “café” – 5 € ½');
  });

  it('finds the one Windows-1252 byte after megabytes of ASCII', async () => {
    const bytes = Buffer.concat([Buffer.alloc(3_000_000, 'a'), latin('it\x92s')]);
    const text = await decode(bytes, 65_536);
    expect(text.slice(-4)).toBe('it’s');
    expect(text).toHaveLength(3_000_004);
  });

  it.each(sizes)('reads both encodings in one file, in chunks of %i bytes', async (size) => {
    const bytes = Buffer.concat([Buffer.from('“utf-8” ü', 'utf8'), latin(' then \x93cp1252\x94 \xfc')]);
    expect(await decode(bytes, size)).toBe('“utf-8” ü then “cp1252” ü');
  });

  it.each(['\xe2', '\xe2\x80', '\xf0\x9f\x9a', '\xc3'])(
    'keeps what a cut-off character at the end holds',
    async (end) => {
      expect(await decode(latin(`end ${end}`), 4)).toMatch(/^end .+$/s);
    },
  );
});
