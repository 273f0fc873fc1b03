import type { ImportedBusiness } from './imported-business';

/** What decides which profile a row is about. */
export interface RowIdentity {
  readonly ueiNumber: string | null;
  /** The primary code, else the first one. */
  readonly cageCode: string | null;
  readonly companyName: string;
}

/** A stored profile as far as rows can be about it. */
export interface KnownProfile {
  readonly id: string;
  readonly isOwned: boolean;
  readonly ueiNumber: string | null;
  readonly cageCodes: readonly string[];
  readonly companyName: string;
  readonly createdAt: Date;
}

export const identityOf = ({ ueiNumber, cageCodes, companyName }: ImportedBusiness): RowIdentity => ({
  ueiNumber,
  cageCode: (cageCodes.find(({ isPrimary }) => isPrimary) ?? cageCodes[0])?.code ?? null,
  companyName,
});

/** Coarser than `lower()` of PostgreSQL, which finds the profiles: what it takes for one name is one here, too. */
const nameKey = (name: string): string => name.toUpperCase().toLowerCase();

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
      if (isKnownByName(profile)) put(this.byName, nameKey(profile.companyName), profile);
    }
  }

  /**
   * The profile that the row is about: of several an owned one, which no import changes, else the oldest. A profile with
   * another Unique Entity ID is another firm, whatever its CAGE codes.
   */
  targetOf({ ueiNumber, cageCode, companyName }: RowIdentity): KnownProfile | undefined {
    const sameUei = ueiNumber === null ? [] : (this.byUei.get(ueiNumber) ?? []);
    if (sameUei.length > 0) return chosen(sameUei);
    if (cageCode !== null) {
      const sameCage = this.byCage.get(cageCode) ?? [];
      return chosen(sameCage.filter((profile) => ueiNumber === null || profile.ueiNumber === null));
    }
    return ueiNumber === null ? chosen(this.byName.get(nameKey(companyName)) ?? []) : undefined;
  }
}

const isKnownByName = ({ ueiNumber, cageCodes }: KnownProfile): boolean => ueiNumber === null && cageCodes.length === 0;

const put = (index: Map<string, KnownProfile[]>, key: string, profile: KnownProfile): void => {
  const present = index.get(key);
  if (present) present.push(profile);
  else index.set(key, [profile]);
};

const chosen = (profiles: readonly KnownProfile[]): KnownProfile | undefined => {
  const owned = profiles.filter(({ isOwned }) => isOwned);
  return [...(owned.length > 0 ? owned : profiles)].sort(byAge)[0];
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

const keysAskedFor = ({ ueiNumber, cageCode, companyName }: RowIdentity): readonly string[] => {
  if (ueiNumber === null && cageCode === null) return [`name ${nameKey(companyName)}`];
  return [...(ueiNumber === null ? [] : [`uei ${ueiNumber}`]), ...(cageCode === null ? [] : [`cage ${cageCode}`])];
};

const keysLeftBy = ({ cageCodes }: ImportedBusiness): readonly string[] => cageCodes.map(({ code }) => `cage ${code}`);
