import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { Response } from 'express';

const CSV = 'text/csv; charset=utf-8';

/** Answers the text as a file to be saved, in place of JSON. */
export const asCsvFile = (response: Response, name: string, text: string): string => {
  response.attachment(name).type(CSV);
  return text;
};

/**
 * The same in parts, for what is too long to be held at once. An error in the middle ends the connection: what is cut off
 * never looks complete.
 */
export const streamedCsvFile = (name: string, parts: AsyncIterable<string>): StreamableFile =>
  new StreamableFile(Readable.from(parts), { type: CSV, disposition: `attachment; filename="${name}"` });
