import { DomainError } from '../../../common/errors/domain-error';
import { decodeUtf8 } from '../../../common/text/utf8-decoder';
import { bodyBrokenOff, bodyTooLarge, notUtf8 } from '../domain/import/import.errors';

/** What may be sent over HTTP at once. */
const MOST_UPLOAD_MEGABYTES = 20;
const MOST_BYTES = MOST_UPLOAD_MEGABYTES * 1_000_000;

/**
 * The text of the whole body: one that is too large, breaks off or is no text shall change nothing, and a slow sender shall
 * hold up no transaction.
 * @throws DomainError `too-large`, `body-incomplete`, `not-utf8`
 */
export const wholeBody = async (body: AsyncIterable<Buffer>): Promise<readonly string[]> => {
  const parts: string[] = [];
  try {
    for await (const part of decodeUtf8(limited(body), notUtf8)) parts.push(part);
  } catch (error) {
    throw error instanceof DomainError ? error : bodyBrokenOff();
  }
  return parts;
};

async function* limited(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MOST_BYTES) throw bodyTooLarge(MOST_UPLOAD_MEGABYTES);
    yield chunk;
  }
}
