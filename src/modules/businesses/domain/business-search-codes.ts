import { invalidField } from '../../../common/errors/domain-error';
import { naicsSector } from '../../reference';

/** First two digits of NAICS codes → the sector they belong to: `32` → `31-33`. */
export const sectorOfDigits: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0')).flatMap((digits) => {
    const sector = naicsSector(digits);
    return sector === undefined ? [] : [[digits, sector] as const];
  }),
);

/**
 * Beginnings of the codes that a question about a NAICS code means: 33 asks for 31, 32 and 33, as 31-33 does.
 * @throws DomainError naming `naics`
 */
export const searchedNaics = (code: string): readonly string[] => {
  if (code.length !== 2 && !code.includes('-')) return [code];
  const wanted = naicsSector(code);
  if (wanted === undefined) throw invalidField('naics', 'unknown-naics', `There is no NAICS sector ${code}.`);
  return [...sectorOfDigits].filter(([, sector]) => sector === wanted).map(([digits]) => digits);
};
