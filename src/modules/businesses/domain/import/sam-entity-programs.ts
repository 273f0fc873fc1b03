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

/** Every program that the public extract of SAM.gov speaks of: what it does not say of these, the firm no longer has. */
export const samEntityPrograms: ReadonlySet<string> = new Set([
  ...programOfSbaType.values(),
  ...selfRepresentedPrograms.map(({ program }) => program),
]);
