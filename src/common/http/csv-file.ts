import type { Response } from 'express';

/** Answers the text as a file to be saved, in place of JSON. */
export const asCsvFile = (response: Response, name: string, text: string): string => {
  response.attachment(name).type('text/csv; charset=utf-8');
  return text;
};
