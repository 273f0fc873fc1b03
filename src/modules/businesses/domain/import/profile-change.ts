import { canonicalJson } from '../../../../common/canonical-json';
import { pick } from '../../../../common/pick';
import type { Business } from '../business';
import { type NewPart, partRules } from '../business-parts';
import { altersIdentity, altersMatches } from '../profile-input';
import type { ImportedFields, ImportedLists, ProfileContent } from './profile-content';

export const importedLists = ['naicsCodes', 'pscCodes', 'cageCodes', 'certifications', 'addresses'] as const;
export type ImportedList = (typeof importedLists)[number];

/** What makes a stored profile say what a row says. */
export interface ProfileChange {
  readonly fields: ImportedFields;
  /** Only lists that differ, each as a whole; entries that stay keep their ids. */
  readonly lists: { readonly [List in ImportedList]?: readonly Identified<ImportedLists[List][number]>[] };
  readonly altersMatches: boolean;
  /** Another name or number: what was verified is another firm. */
  readonly altersIdentity: boolean;
}

type Identified<Entry> = Entry & {
  /** Absent for an entry that is new. */
  readonly id?: string;
};

const MATCHED: Readonly<Record<ImportedList, boolean>> = {
  naicsCodes: partRules['naics-codes'].isMatched,
  pscCodes: partRules['psc-codes'].isMatched,
  cageCodes: partRules['cage-codes'].isMatched,
  certifications: partRules.certifications.isMatched,
  addresses: partRules.addresses.isMatched,
};

/** Undefined where the profile says all of it already. */
export const changeTo = (stored: Business, wanted: ProfileContent): ProfileChange | undefined => {
  const fields = changedFields(stored, wanted.fields);
  const naicsCodes = changedList(stored.naicsCodes, wanted.naicsCodes, ({ code }) => code);
  const pscCodes = changedList(stored.pscCodes, wanted.pscCodes, ({ code }) => code);
  const cageCodes = changedList(stored.cageCodes, wanted.cageCodes, ({ code }) => code);
  const certifications = changedList(stored.certifications, wanted.certifications, ({ program }) => program);
  const principal = stored.addresses.filter(({ kind }) => kind === 'principal');
  const addresses = changedList(principal, wanted.addresses, ({ kind }) => kind);
  const lists = { naicsCodes, pscCodes, cageCodes, certifications, addresses };
  const changedNames = importedLists.filter((list) => lists[list] !== undefined);
  if (Object.keys(fields).length === 0 && changedNames.length === 0) return undefined;
  return {
    fields: { ...wanted.fields, ...keptTypes(stored, wanted) },
    lists,
    altersMatches:
      altersMatches(stored, fields) ||
      changedNames.some((list) => MATCHED[list] && (list !== 'naicsCodes' || altersCodes(stored, wanted))),
    altersIdentity: altersIdentity(fields),
  };
};

/** What SAM.gov says of the firm's size under a code decides nothing. */
const altersCodes = (stored: Business, wanted: ProfileContent): boolean =>
  changedList(stored.naicsCodes.map(withoutFlag), wanted.naicsCodes.map(withoutFlag), ({ code }) => code) !== undefined;

const withoutFlag = <Code extends NewPart<'naics-codes'>>({ samSize: _, ...code }: Code): Omit<Code, 'samSize'> => code;

/** Compared in a canonical form: the parts of a registration come out of the database in an order of their own. */
const changedFields = (stored: Business, { samBusinessTypes, ...wanted }: ImportedFields): Partial<ImportedFields> => {
  const changed = pick(wanted, (field) => canonicalJson(stored[field]) !== canonicalJson(wanted[field]));
  return isSameSet(stored.samBusinessTypes, samBusinessTypes) ? changed : { ...changed, samBusinessTypes };
};

/** Another order of the same types is no change, and must not come with one. */
const keptTypes = (stored: Business, { fields }: ProfileContent): Partial<ImportedFields> =>
  isSameSet(stored.samBusinessTypes, fields.samBusinessTypes) ? { samBusinessTypes: stored.samBusinessTypes } : {};

const changedList = <Entry extends object>(
  stored: readonly (Entry & { readonly id: string })[],
  wanted: readonly Entry[],
  keyOf: (entry: Entry) => string,
): readonly Identified<Entry>[] | undefined => {
  const byKey = new Map(stored.map((entry) => [keyOf(entry), entry]));
  const isSame = stored.length === wanted.length && wanted.every((entry) => holds(byKey.get(keyOf(entry)), entry));
  if (isSame) return undefined;
  return wanted.map((entry) => {
    const before = byKey.get(keyOf(entry));
    return before ? { ...entry, id: before.id } : entry;
  });
};

/** Whether the stored entry says all that is wanted of it. */
const holds = (stored: object | undefined, wanted: object): boolean => {
  if (stored === undefined) return false;
  const present = new Map<string, unknown>(Object.entries(stored));
  return Object.entries(wanted).every(([field, value]) => present.get(field) === value);
};

const isSameSet = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && others.every((entry) => some.includes(entry));
