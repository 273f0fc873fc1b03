import type { NaicsVersion } from '../business';
import type { ImportRemark, KnownCodes } from './imported-business';
import { samBusinessTypes } from './sam-business-types';

/** Codes of an earlier NAICS stay as they are: one old code may have become several, and nobody may guess which. */
export const naicsRemarks = (
  entries: readonly { readonly code: string; readonly version: NaicsVersion }[],
): readonly ImportRemark[] =>
  entries
    .filter(({ version }) => version !== '2022')
    .map(({ code, version }) => ({
      code: 'naics-not-2022',
      message: `NAICS ${code} is kept as a code of NAICS ${version}.`,
    }));

export const pscRemarks = (codes: readonly string[], known: KnownCodes): readonly ImportRemark[] =>
  codes
    .filter((code) => !known.isPsc(code))
    .map((code) => ({ code: 'psc-unknown', message: `The product or service code ${code} is unknown and was kept.` }));

export const samTypeRemarks = (codes: readonly string[]): readonly ImportRemark[] =>
  codes
    .filter((code) => !samBusinessTypes.has(code))
    .map((code) => ({
      code: 'sam-type-unknown',
      message: `The business type ${code} of SAM.gov is unknown and was kept.`,
    }));
