/**
 * Decodes what has to be UTF-8, and leaves out a byte order mark.
 * @throws what `refuse` answers, at the first byte that is no UTF-8
 */
export async function* decodeUtf8(chunks: AsyncIterable<Buffer>, refuse: () => Error): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk?: Buffer): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw refuse();
    }
  };
  for await (const chunk of chunks) yield decode(chunk);
  yield decode();
}
