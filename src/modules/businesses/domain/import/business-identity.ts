import type { ImportedBusiness } from './imported-business';

/** What decides which profile a row is about. */
export interface RowIdentity {
  readonly ueiNumber: string | null;
  /** In one order, however the file lists them: the primary one, by which the firm goes, and the others by their letters. */
  readonly cageCodes: readonly string[];
  readonly companyName: string;
}

/** A stored profile as far as rows can be about it. */
export interface KnownProfile {
  readonly id: string;
  readonly isOwned: boolean;
  readonly ueiNumber: string | null;
  /** In the order that those of a row have. */
  readonly cageCodes: readonly string[];
  /** Names of rows that are the profile's as the database compares names. */
  readonly rowNames: readonly string[];
  readonly createdAt: Date;
}

export const identityOf = ({ ueiNumber, cageCodes, companyName }: ImportedBusiness): RowIdentity => ({
  ueiNumber,
  cageCodes: [...cageCodes].sort(byPlace).map(({ code }) => code),
  companyName,
});

type ImportedCage = ImportedBusiness['cageCodes'][number];

const byPlace = (a: ImportedCage, b: ImportedCage): number =>
  Number(b.isPrimary) - Number(a.isPrimary) || (a.code < b.code ? -1 : 1);

/**
 * Stored profiles by what identifies them. A number says which firm a row is about, and only where a row has none does its
 * name, among profiles that have no number either: two firms may have one name.
 */
export class KnownProfiles {
  private readonly byUei = new Map<string, KnownProfile[]>();
  private readonly byCage = new Map<string, KnownProfile[]>();
  private readonly byName = new Map<string, KnownProfile[]>();

  constructor(profiles: readonly KnownProfile[]) {
    for (const profile of profiles) {
      if (profile.ueiNumber !== null) put(this.byUei, profile.ueiNumber, profile);
      for (const code of profile.cageCodes) put(this.byCage, code, profile);
      if (isKnownByName(profile)) for (const name of profile.rowNames) put(this.byName, name, profile);
    }
  }

  /** The profile that the row is about: of several an owned one, which no import changes, else the most similar one. */
  targetOf(row: RowIdentity): KnownProfile | undefined {
    const { ueiNumber, companyName } = row;
    const [cageCode] = row.cageCodes;
    const sameUei = ueiNumber === null ? [] : (this.byUei.get(ueiNumber) ?? []);
    if (sameUei.length > 0) return mostSimilar(sameUei, row);
    if (cageCode !== undefined) {
      const sameFirm = (this.byCage.get(cageCode) ?? []).filter((profile) => isOneFirm(profile, row));
      return mostSimilar(sameFirm, row);
    }
    return ueiNumber === null ? mostSimilar(this.byName.get(companyName) ?? [], row) : undefined;
  }
}

const isKnownByName = ({ ueiNumber, cageCodes }: KnownProfile): boolean => ueiNumber === null && cageCodes.length === 0;

const put = (index: Map<string, KnownProfile[]>, key: string, profile: KnownProfile): void => {
  const present = index.get(key);
  if (present) present.push(profile);
  else index.set(key, [profile]);
};

/**
 * Whether a row is about a profile that lists the code by which the row's firm goes. With another Unique Entity ID the
 * profile is another firm. And a further code may be that of a place with a profile of its own: so the row has to list the
 * code by which the profile goes, too, unless an owner says what the profile lists.
 */
const isOneFirm = ({ isOwned, ueiNumber, cageCodes: [cageCode] }: KnownProfile, row: RowIdentity): boolean =>
  (row.ueiNumber === null || ueiNumber === null) &&
  (isOwned || (cageCode !== undefined && row.cageCodes.includes(cageCode)));

/** What agrees counts in this order, and last the age; so whatever a profile was told by finds that profile again. */
const agreements = (profile: KnownProfile, row: RowIdentity): readonly boolean[] => [
  profile.isOwned,
  profile.ueiNumber === row.ueiNumber,
  profile.cageCodes[0] === row.cageCodes[0],
  profile.rowNames.includes(row.companyName),
];

const mostSimilar = (profiles: readonly KnownProfile[], row: RowIdentity): KnownProfile | undefined => {
  const similarity = (profile: KnownProfile): string => agreements(profile, row).map(Number).join('');
  return [...profiles].sort((a, b) => similarity(b).localeCompare(similarity(a)) || byAge(a, b))[0];
};

const byAge = (a: KnownProfile, b: KnownProfile): number =>
  a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);

/**
 * How many of these rows can be written at the same time: those before the first one that may be about the profile of an
 * earlier one, because it has to be judged against what that one leaves.
 */
export const independentRows = (rows: readonly ImportedBusiness[], known: KnownProfiles): number => {
  const taken = new Set<string>();
  const count = rows.findIndex((business) => {
    const identity = identityOf(business);
    const target = known.targetOf(identity);
    const asked = [...keysAskedFor(identity), ...(target ? [`profile ${target.id}`] : [])];
    if (asked.some((key) => taken.has(key))) return true;
    for (const key of [...asked, ...keysLeftBy(business)]) taken.add(key);
    return false;
  });
  return count < 0 ? rows.length : count;
};

const keysAskedFor = ({ ueiNumber, cageCodes, companyName }: RowIdentity): readonly string[] => {
  const [cageCode] = cageCodes;
  if (ueiNumber === null && cageCode === undefined) return [`name ${coarseName(companyName)}`];
  return [...(ueiNumber === null ? [] : [`uei ${ueiNumber}`]), ...(cageCode === undefined ? [] : [`cage ${cageCode}`])];
};

/** Coarser than the database's comparison: it may keep two rows apart for nothing, but never misses that they are of one name. */
const coarseName = (name: string): string => name.toUpperCase().toLowerCase();

const keysLeftBy = ({ cageCodes }: ImportedBusiness): readonly string[] => cageCodes.map(({ code }) => `cage ${code}`);
