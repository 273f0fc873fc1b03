import { dictionary } from '@zxcvbn-ts/language-common';
import { isMadeOf } from './password-context';

export const LONGEST_PASSWORD = 128;

/** About 49,000 passwords that people use most, in lower case. */
const common: ReadonlySet<string> = new Set(dictionary['passwords-common'].map(String));

export type PasswordProblem = 'too-short' | 'too-long' | 'common' | 'context';

/**
 * What is wrong with a new password, if anything. Characters are code points of the NFC form, as people count them; there
 * are no rules on their kinds, but the most used passwords are refused in any letter case, and so are those made of `words`
 * that everybody knows who knows the person (NIST SP 800-63B section 3.1.1.2).
 */
export const passwordProblem = (
  password: string,
  shortest: number,
  words: readonly string[],
): PasswordProblem | undefined => {
  const normalised = password.normalize('NFC');
  const length = [...normalised].length;
  if (length < shortest) return 'too-short';
  if (length > LONGEST_PASSWORD) return 'too-long';
  if (common.has(normalised.toLowerCase())) return 'common';
  return isMadeOf(words, normalised) ? 'context' : undefined;
};
