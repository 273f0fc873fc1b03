import { isUtf8 } from 'node:buffer';

const BYTE_ORDER_MARK = '\uFEFF';

/** Windows-1252 for the bytes 0x80–0x9F; five of them are unassigned and stay control characters, which later drop out. */
const WINDOWS_1252 = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F', ...'\u0090‘’“”•–—˜™š›œ\u009DžŸ'];

/**
 * Decodes UTF-8 in which any byte that is no UTF-8 counts as Windows-1252. An extract may be plain ASCII for 50 MB before
 * the first `’` shows what it is, and files pieced together from both exist; so the choice is made byte by byte, in
 * constant memory. Windows-1252 text that happens to be valid UTF-8 (`Ã©`) is read as UTF-8.
 */
export async function* decodeText(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  for await (const chunk of chunks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = bytes.length - openSequenceLength(bytes);
    rest = Buffer.from(bytes.subarray(whole));
    const text = decodeBytes(bytes.subarray(0, whole));
    yield first && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
    first = first && text === '';
  }
  if (rest.length > 0) yield decodeBytes(rest);
}

const decodeBytes = (bytes: Buffer): string => (isUtf8(bytes) ? bytes.toString('utf8') : decodeMixed(bytes));

const decodeMixed = (bytes: Buffer): string => {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    parts.push(bytes.toString('utf8', start, at), windows1252(bytes[at] ?? 0));
    at += 1;
    start = at;
  }
  parts.push(bytes.toString('utf8', start));
  return parts.join('');
};

const windows1252 = (byte: number): string => WINDOWS_1252[byte - 0x80] ?? String.fromCharCode(byte);

/** Length that the first byte of a UTF-8 sequence announces; 0 for a byte that begins none. */
const announcedLength = (byte: number): number => {
  if (byte < 0x80) return 1;
  if (byte < 0xc2 || byte > 0xf4) return 0;
  if (byte < 0xe0) return 2;
  return byte < 0xf0 ? 3 : 4;
};

/** Length of the valid UTF-8 sequence at a position; 0 where there is none. */
const sequenceLength = (bytes: Buffer, at: number): number => {
  const length = announcedLength(bytes[at] ?? 0xff);
  if (length < 2) return length;
  return isUtf8(bytes.subarray(at, at + length)) ? length : 0;
};

/** How many bytes at the end may be the beginning of a character whose rest is in the next chunk. */
const openSequenceLength = (bytes: Buffer): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return announcedLength(byte) > back ? back : 0;
  }
  return 0;
};
