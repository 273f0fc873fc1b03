import { DomainError, invalidField } from '../../../../common/errors/domain-error';

const LONGEST_MESSAGE = 1_000;

/** Names the file as a whole as what is wrong. */
const unreadable = (code: string, message: string): DomainError =>
  invalidField('body', code, message.slice(0, LONGEST_MESSAGE));

export const emptyFile = (): DomainError => unreadable('empty-file', 'The file is empty.');

/** The columns themselves are not repeated: what is no header line may be a row with anything in it. */
export const unknownLayout = (): DomainError =>
  unreadable(
    'unknown-layout',
    'The first line names neither the columns of our own layout (companyName, …) nor those of the extract of SAM.gov (CAGE_CODE, …), separated by commas.',
  );

export const wrongColumns = (complaint: string): DomainError => unreadable('wrong-columns', complaint);

/** Such a file has other quotes or separators than it should, and every attempt to read on costs more than it finds. */
export const notCsv = (most: number): DomainError =>
  unreadable('unreadable-rows', `More than ${most} rows cannot be read as comma-separated values; the import ended.`);

/** Guessing another encoding would store names that nobody has. */
export const notUtf8 = (): DomainError =>
  new DomainError('malformed', 'not-utf8', 'The file is not in UTF-8; save it again in this encoding.');

export const fileUnreadable = (): DomainError =>
  new DomainError('not-found', 'file-unreadable', 'There is no readable file of this name.');

export const bodyTooLarge = (mostMegabytes: number): DomainError =>
  new DomainError('too-large', 'too-large', `The file is larger than ${mostMegabytes} MB.`);

export const bodyBrokenOff = (): DomainError =>
  new DomainError('malformed', 'body-incomplete', 'The request ended before its body was complete.');

export const importRunning = (): DomainError =>
  new DomainError('conflict', 'import-running', 'Businesses are being imported already.');
