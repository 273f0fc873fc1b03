import { DomainError } from '../../../common/errors/domain-error';
import { bodyBrokenOff, bodyTooLarge } from '../domain/import/import.errors';

/** What may be sent over HTTP at once. */
const MOST_UPLOAD_MEGABYTES = 20;
const MOST_BYTES = MOST_UPLOAD_MEGABYTES * 1_000_000;

/**
 * The whole body: one that is too large or breaks off shall change nothing, and a slow sender shall hold up no transaction.
 * @throws DomainError `too-large`, `body-incomplete`
 */
export const wholeBody = async (body: AsyncIterable<Buffer>): Promise<readonly Buffer[]> => {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > MOST_BYTES) throw bodyTooLarge(MOST_UPLOAD_MEGABYTES);
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof DomainError ? error : bodyBrokenOff();
  }
  return chunks;
};
