import { characterCount } from '../../../common/text/character-count';
import { parseUrl } from '../../../common/text/parse-url';

export const LONGEST_WEB_ADDRESS = 300;

/** Written out and without blanks: parsing forgives what would be stored and shown as it was written. */
const WRITTEN = /^https?:\/\/[^/\\\s<>\p{Cc}][^\\\s<>\p{Cc}]*$/iu;
/** A host that everybody can reach: a name without a dot is one of somebody's own network. */
const HOST = /^[^.]+(\.[^.]+)+\.?$/;

/** Stored and shown, never fetched. A user name in it would be a secret, or make one host look like another. */
export const isWebAddress = (text: string): boolean => {
  if (characterCount(text) > LONGEST_WEB_ADDRESS || !WRITTEN.test(text)) return false;
  const url = parseUrl(text);
  return url !== undefined && HOST.test(url.hostname) && url.username === '' && url.password === '';
};
