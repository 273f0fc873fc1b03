import type { NewPart } from '../business-parts';

/**
 * What SBA's business types certify of the firm itself. An 8(a) joint venture (`JT`) is not in the program: its 8(a) member
 * is, and each venture is looked at for each contract (13 CFR 124.513). So it stays a business type, as do types that
 * this table does not know.
 */
export const programOfSbaType: ReadonlyMap<string, string> = new Map([
  ['A6', '8a'],
  ['XX', 'hubzone'],
]);

/** What firms say of themselves and nobody certifies: a disadvantaged business, an Indian economic enterprise of any size. */
export const selfRepresentedPrograms = [
  { program: 'sdb', types: ['27'] },
  { program: 'iee', types: ['1E', '1S'] },
] as const;

const EXTRACT = 'SAM.gov public extract of 2020';

/** What shows a certification that the extract states: SBA's, or the firm's own word. */
export const samEntityEvidence = { certified: EXTRACT, selfCertified: `Self-certified: ${EXTRACT}` } as const;

/**
 * Whether a certification is as the extract states it. One that somebody has changed since is theirs, and newer: the extract
 * neither changes nor takes it away.
 */
export const isStatedBySamEntity = ({ status, number, validFrom, evidence }: NewPart<'certifications'>): boolean =>
  Object.values<string | null>(samEntityEvidence).includes(evidence) &&
  status === 'active' &&
  number === null &&
  validFrom === null;
