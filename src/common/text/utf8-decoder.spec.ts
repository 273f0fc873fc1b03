import { decodeUtf8 } from './utf8-decoder';

const TEXT = '\uFEFFGröße – 日本語 🚀 end';

async function* chunksOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

const decode = async (bytes: Buffer, size: number): Promise<string> => {
  let text = '';
  for await (const part of decodeUtf8(chunksOf(bytes, size), () => new Error('refused'))) text += part;
  return text;
};

describe('decodeUtf8', () => {
  const sizes = [1, 2, 3, 5, 1_000];

  it.each(sizes)('reads characters that are split over chunks of %i bytes, and no byte order mark', async (size) => {
    expect(await decode(Buffer.from(TEXT), size)).toBe(TEXT.slice(1));
  });

  it.each(['\xff\xfe', 'caf\xe9', 'cut off \xe2\x80', 'overlong \xc0\xaf', 'surrogate \xed\xa0\x80'])(
    'refuses %j',
    async (bytes) => {
      for (const size of sizes) await expect(decode(Buffer.from(bytes, 'latin1'), size)).rejects.toThrow('refused');
    },
  );

  it('lets through what reading throws', async () => {
    const broken = async function* (): AsyncGenerator<Buffer> {
      yield await Promise.reject<Buffer>(new Error('gone'));
    };
    await expect(decodeUtf8(broken(), () => new Error('refused')).next()).rejects.toThrow('gone');
  });
});
