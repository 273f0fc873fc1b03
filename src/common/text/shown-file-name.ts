import { basename } from 'node:path';

const LONGEST_NAME = 200;
const EMAIL_ADDRESS = /[^\s@]+@[^\s@]+\.\w+/g;

/** The name of a file as it may be kept and shown: without its folder, which is nobody's business, and without addresses. */
export const shownFileName = (path: string): string =>
  basename(path).replace(EMAIL_ADDRESS, '…').slice(0, LONGEST_NAME);
