import { dictionary } from '@zxcvbn-ts/language-common';

export const SHORTEST_PASSWORD = 8;
export const LONGEST_PASSWORD = 128;

/** About 49,000 passwords that people use most, in lower case. */
const common: ReadonlySet<string> = new Set(dictionary['passwords-common'].map(String));

export type PasswordProblem = 'too-short' | 'too-long' | 'common';

/**
 * What is wrong with a new password, if anything. Characters are code points of the NFC form, as people count them; there
 * are no rules on their kinds, but the most used passwords are refused in any letter case (NIST SP 800-63B).
 */
export const passwordProblem = (password: string): PasswordProblem | undefined => {
  const normalised = password.normalize('NFC');
  const length = [...normalised].length;
  if (length < SHORTEST_PASSWORD) return 'too-short';
  if (length > LONGEST_PASSWORD) return 'too-long';
  return common.has(normalised.toLowerCase()) ? 'common' : undefined;
};
