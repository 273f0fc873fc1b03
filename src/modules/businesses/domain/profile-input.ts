import { canonicalJson } from '../../../common/canonical-json';
import { pick } from '../../../common/pick';
import type { Business, SamRegistration } from './business';

/** What an owner says about the firm itself, beside its lists. */
export interface ProfileInput extends Pick<
  Business,
  | 'visibility'
  | 'companyName'
  | 'dbaName'
  | 'ueiNumber'
  | 'dunsNumber'
  | 'stateLicenseNumber'
  | 'websiteUrl'
  | 'description'
  | 'businessType'
  | 'employeeCount'
  | 'annualRevenue'
  | 'establishedOn'
  | 'fiscalYearEndMonth'
  | 'zipCode'
  | 'excluded'
  | 'bondingSingleUsd'
  | 'bondingAggregateUsd'
  | 'contractValueMinUsd'
  | 'contractValueMaxUsd'
  | 'serviceArea'
  | 'ownExclusions'
> {
  /** Nine digits; never kept in the clear. */
  readonly einNumber: string | null;
  readonly samRegistration: Omit<SamRegistration, 'statedOn'> | null;
}

/** Absent fields stay as they are. */
export interface WantedProfile extends Partial<ProfileInput> {
  /** The masked employer number that a client was shown and sent back: no change, if it is the present one. */
  readonly einMask?: string;
  /** The day of the registration that a client was shown and sent back: it is the present one, or wrong. */
  readonly samStatedOn?: string;
}

/** The columns that an owner's words come to, without the sealed number. */
export type StatedProfile = Omit<ProfileInput, 'einNumber' | 'samRegistration'> &
  Pick<Business, 'samRegistration' | 'excludedStatedOn'>;

/** Fields whose values decide about eligibility or are compared by the matching engine. */
const MATCHED_FIELDS: readonly (keyof StatedProfile)[] = [
  'description',
  'employeeCount',
  'annualRevenue',
  'establishedOn',
  'fiscalYearEndMonth',
  'zipCode',
  'samRegistration',
  'excluded',
  'contractValueMinUsd',
  'contractValueMaxUsd',
  'serviceArea',
  'ownExclusions',
];

/** Fields that an administrator's verification was about: who the firm is. */
const IDENTITY_FIELDS: readonly (keyof StatedProfile)[] = ['companyName', 'dbaName', 'ueiNumber'];

/** What was said today about SAM.gov carries today's date: it grows old. */
const dated = (
  { samRegistration, excluded }: Partial<ProfileInput>,
  today: string,
): Partial<Pick<StatedProfile, 'samRegistration' | 'excluded' | 'excludedStatedOn'>> => ({
  ...(samRegistration === undefined
    ? {}
    : { samRegistration: samRegistration && { ...samRegistration, statedOn: today } }),
  ...(excluded === undefined ? {} : { excluded, excludedStatedOn: excluded === null ? null : today }),
});

/** @param today Utah day, `YYYY-MM-DD` */
export const statedProfile = (input: Omit<ProfileInput, 'einNumber'>, today: string): StatedProfile => {
  const { samRegistration, excluded, ...rest } = input;
  return {
    ...rest,
    excluded,
    excludedStatedOn: excluded === null ? null : today,
    samRegistration: samRegistration && { ...samRegistration, statedOn: today },
  };
};

/** What `wanted` would change: absent fields stay, and so do those that are as wanted already or were sent back as read. */
export const profileChanges = (
  present: Business,
  {
    einNumber: _sealedElsewhere,
    einMask: _comparedElsewhere,
    samStatedOn,
    samRegistration: said,
    excluded,
    ...wanted
  }: WantedProfile,
  today: string,
): Partial<StatedProfile> => {
  const isEcho = samStatedOn !== undefined && isEqual({ ...said, statedOn: samStatedOn }, present.samRegistration);
  const samRegistration = isEcho ? undefined : said;
  const candidates: Partial<StatedProfile> = { ...wanted, ...dated({ samRegistration, excluded }, today) };
  return pick(candidates, (field) => candidates[field] !== undefined && !isEqual(candidates[field], present[field]));
};

export const altersMatches = (present: Business, changes: Partial<StatedProfile>): boolean =>
  MATCHED_FIELDS.some((field) => field in changes && !isEqual(undated(changes[field]), undated(present[field])));

export const altersIdentity = (changes: Partial<StatedProfile>): boolean =>
  IDENTITY_FIELDS.some((field) => field in changes);

/** Saying the same again on another day decides nothing else. */
const undated = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'statedOn' in value ? { ...value, statedOn: '' } : value;

/** Whatever the order of keys: PostgreSQL gives those of `jsonb` in an order of its own. */
const isEqual = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);
