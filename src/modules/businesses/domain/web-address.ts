import { characterCount } from '../../../common/text/character-count';

export const LONGEST_WEB_ADDRESS = 300;

/** Stored and shown, never fetched. A user name in it would be a secret, or make one host look like another. */
export const isWebAddress = (text: string): boolean => {
  if (characterCount(text) > LONGEST_WEB_ADDRESS || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
};
