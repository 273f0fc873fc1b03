import type { Business } from '../../../businesses';
import { parseNaics, parsePsc, pscGroup, type ReferenceFacts } from '../../../reference';

/** Codes that a business does not list although they are next to one that it does. */
export interface NearCodes {
  /** The code where it is a six-digit one that shares its industry group (four digits) with a listed one and equals none. */
  naics(code: string | null): string | undefined;
  /** The code where it is in the group (two characters) of a listed one and equals none. */
  psc(code: string | null): string | undefined;
}

const NAICS_GROUP = 4;

/** Only codes that a profile can list. */
export function nearCodesOf(
  { naicsCodes, pscCodes }: Pick<Business, 'naicsCodes' | 'pscCodes'>,
  facts: Pick<ReferenceFacts, 'naics' | 'psc'>,
): NearCodes {
  const ownNaics = new Set(naicsCodes.map(({ code }) => code));
  const ownIndustryGroups = new Set(naicsCodes.map(({ code }) => code.slice(0, NAICS_GROUP)));
  const ownPsc = new Set(pscCodes.map(({ code }) => code));
  const ownPscGroups = new Set(pscCodes.map(({ code }) => pscGroup(code)));
  return {
    naics: (text) => {
      const code = parseNaics(text);
      if (code === undefined || facts.naics.get(code)?.level !== 6) return undefined;
      return ownIndustryGroups.has(code.slice(0, NAICS_GROUP)) && !ownNaics.has(code) ? code : undefined;
    },
    psc: (text) => {
      const code = parsePsc(text);
      if (code === undefined || code.length < 2 || !facts.psc.has(code)) return undefined;
      return ownPscGroups.has(pscGroup(code)) && !ownPsc.has(code) ? code : undefined;
    },
  };
}
