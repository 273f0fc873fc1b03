import { invalidField } from '../../../common/errors/domain-error';
import { naicsSector, parseSetAside } from '../../reference';
import { UNKNOWN_SET_ASIDE } from './opportunity-search';

/**
 * Beginnings of the codes that a question about a NAICS code means. A sector spans a range of two-digit codes: 33 asks for
 * 31, 32 and 33, as 31-33 does. @throws DomainError naming `naics`
 */
export function naicsPrefixes(code: string): readonly string[] {
  const sector = code.length === 2 || code.includes('-') ? naicsSector(code) : code;
  if (sector === undefined) throw invalidField('naics', 'unknown-naics', `There is no NAICS sector ${code}.`);
  const [first, last] = sector.split('-').map(Number);
  return first === undefined || last === undefined
    ? [sector]
    : Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

/** The set-aside that a question means, in any letter case, or `UNKNOWN_SET_ASIDE`. @throws DomainError naming `setAside` */
export function setAsideChoice(text: string): string {
  if (text.toLowerCase() === UNKNOWN_SET_ASIDE) return UNKNOWN_SET_ASIDE;
  const code = parseSetAside(text);
  if (!code) throw invalidField('setAside', 'unknown-set-aside', `There is no set-aside ${text}.`);
  return code;
}
