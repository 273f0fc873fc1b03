import { createHash } from 'node:crypto';

/** How many a person gets at a time. */
export const RECOVERY_CODES = 10;

/** 160 bits: from 112 on a plain hash protects them (NIST SP 800-63B section 3.1.2), so that looking one up stays one statement. */
export const RECOVERY_CODE_BYTES = 20;

/** Base 32 has neither 0, 1 nor 8; whoever reads them means the letters that look alike. */
const lookAlikes: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '8': 'B' };

/** In groups of four, for people to copy. */
export const inGroups = (code: string): string => code.replaceAll(/.{4}(?=.)/g, '$&-');

/** Under which a recovery code is stored, in whatever letter case, with whatever blanks and dashes it is typed. */
export const recoveryCodeHash = (typed: string): string => {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}]/gu, '')
    .replaceAll(/[018]/g, (digit) => lookAlikes[digit] ?? digit);
  return createHash('sha256').update(code).digest('base64url');
};
