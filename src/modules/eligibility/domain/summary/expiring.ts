import { type Business, type Certification, type ExpiringKind, expiringKinds } from '../../../businesses';
import type { CertificationProgram } from '../../../reference';

export { type ExpiringKind, expiringKinds };

export interface Expiring {
  readonly kind: ExpiringKind;
  readonly name: string;
  /** Last day, local. */
  readonly expiresOn: string;
  /** From today to the last day; below zero where it is over. */
  readonly daysLeft: number;
  /** Of the entry in the profile; null for the registration, of which there is one. */
  readonly id: string | null;
}

/** Looked at this far ahead, and this far back: what has just ended can be renewed. */
const DAYS_AHEAD = 180;
const DAYS_BACK = 90;

const MS_PER_DAY = 86_400_000;
const daysFrom = (today: string, day: string): number => (Date.parse(day) - Date.parse(today)) / MS_PER_DAY;

/** Neither asked for yet nor left behind. */
const canEnd = ({ status }: Certification): boolean => ['active', 'suspended', 'expired'].includes(status);

type Entry = Pick<Expiring, 'kind' | 'name' | 'id'> & { readonly expiresOn: string | null };

/**
 * Certifications, licences and the registration in SAM.gov that end soon or have just ended, the earliest end first.
 * @param today Utah day, `YYYY-MM-DD`
 */
export function expiringOf(
  { certifications, licences, samRegistration }: Pick<Business, 'certifications' | 'licences' | 'samRegistration'>,
  programName: (code: string) => CertificationProgram['name'],
  today: string,
): readonly Expiring[] {
  const entries: readonly Entry[] = [
    ...certifications.filter(canEnd).map(({ id, program, expiresOn }): Entry => ({
      kind: 'certification',
      name: programName(program),
      expiresOn,
      id,
    })),
    ...licences.map(({ id, state, classification, expiresOn }): Entry => ({
      kind: 'licence',
      name: `${state} licence ${classification}`,
      expiresOn,
      id,
    })),
    {
      kind: 'sam-registration',
      name: 'Registration in SAM.gov',
      expiresOn: samRegistration?.expiresOn ?? null,
      id: null,
    },
  ];
  return entries
    .flatMap(({ expiresOn, ...entry }) =>
      expiresOn === null ? [] : [{ ...entry, expiresOn, daysLeft: daysFrom(today, expiresOn) }],
    )
    .filter(({ daysLeft }) => -DAYS_BACK <= daysLeft && daysLeft <= DAYS_AHEAD)
    .sort((a, b) => a.daysLeft - b.daysLeft || (a.name < b.name ? -1 : 1));
}
