export const agencyLevels = ['federal', 'state', 'county', 'city', 'district', 'education', 'tribal'] as const;
export type AgencyLevel = (typeof agencyLevels)[number];

/** An organisation that buys. Its officials see and manage what it buys, and nothing of others. */
export interface Agency {
  readonly id: string;
  /** Unique, whatever the letter case. */
  readonly name: string;
  readonly level: AgencyLevel;
  /** As notices name the buyer. Without it none of the imported opportunities belongs to the agency. */
  readonly department: string | null;
  /** These two narrow the department down; neither goes without it. */
  readonly subTier: string | null;
  readonly officeCode: string | null;
  /** Grows with every change; the ETag is made of it. */
  readonly version: number;
  readonly createdAt: Date;
}

/** What administrators say about an agency. */
export type AgencyFacts = Omit<Agency, 'id' | 'version' | 'createdAt'>;

/** One spelling for what people write with different blanks. */
export const tidy = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ');

export const tidyFacts = ({ name, level, department, subTier, officeCode }: AgencyFacts): AgencyFacts => ({
  name: tidy(name),
  level,
  department: department && tidy(department),
  subTier: subTier && tidy(subTier),
  officeCode: officeCode && tidy(officeCode),
});

const unlessAbsent = <T>(given: T | undefined, present: T): T => (given === undefined ? present : given);

/** What the agency is to be: absent facts stay as they are, null clears them. */
export const withChanges = (present: AgencyFacts, changes: Partial<AgencyFacts>): AgencyFacts => ({
  name: unlessAbsent(changes.name, present.name),
  level: unlessAbsent(changes.level, present.level),
  department: unlessAbsent(changes.department, present.department),
  subTier: unlessAbsent(changes.subTier, present.subTier),
  officeCode: unlessAbsent(changes.officeCode, present.officeCode),
});
