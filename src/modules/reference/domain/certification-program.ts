export const programCodes = ['8a', 'hubzone', 'wosb', 'edwosb', 'sdvosb', 'vosb', 'iee', 'sdb', 'dbe'] as const;
export type ProgramCode = (typeof programCodes)[number];

/** A status that somebody certifies, or that a firm represents about itself, and that contracts may be reserved for. */
export interface CertificationProgram {
  readonly code: ProgramCode;
  readonly name: string;
  readonly certifier: string;
  /** Represented by the firm itself in SAM.gov or in its offer; nobody issues a certificate. */
  readonly selfRepresented: boolean;
  /** Years until the status ends or must be renewed; null where it has no fixed term. */
  readonly termYears: number | null;
  readonly renewal: string;
  readonly source: string;
}

/** Represented by the firm itself, or held until it is removed: no end has to be stated. */
export const neverExpires = ({ selfRepresented, termYears }: CertificationProgram): boolean =>
  selfRepresented || termYears === null;

export const CERTIFICATION_PROGRAMS_AS_OF = '2026-11-01';

export const certificationPrograms: readonly CertificationProgram[] = [
  {
    code: '8a',
    name: '8(a) Business Development',
    certifier: 'U.S. Small Business Administration',
    selfRepresented: false,
    termYears: 9,
    renewal: 'Nine years once, with annual reviews; cannot be renewed. While suspended, no new 8(a) award.',
    source: '13 CFR 124.2',
  },
  {
    code: 'hubzone',
    name: 'Historically Underutilized Business Zone (HUBZone)',
    certifier: 'U.S. Small Business Administration',
    selfRepresented: false,
    termYears: 3,
    renewal: 'Recertification every three years.',
    source: '13 CFR 126.500',
  },
  {
    code: 'wosb',
    name: 'Women-Owned Small Business (WOSB)',
    certifier: 'U.S. Small Business Administration or an approved third party',
    selfRepresented: false,
    termYears: 3,
    renewal: 'Recertification every three years.',
    source: '13 CFR 127.400',
  },
  {
    code: 'edwosb',
    name: 'Economically Disadvantaged Women-Owned Small Business (EDWOSB)',
    certifier: 'U.S. Small Business Administration or an approved third party',
    selfRepresented: false,
    termYears: 3,
    renewal: 'Recertification every three years. An EDWOSB is a WOSB.',
    source: '13 CFR 127.400',
  },
  {
    code: 'sdvosb',
    name: 'Service-Disabled Veteran-Owned Small Business (SDVOSB)',
    certifier: 'U.S. Small Business Administration (VetCert)',
    selfRepresented: false,
    termYears: 3,
    renewal: 'Recertification every three years. An SDVOSB is a VOSB.',
    source: '13 CFR part 128',
  },
  {
    code: 'vosb',
    name: 'Veteran-Owned Small Business (VOSB)',
    certifier: 'U.S. Small Business Administration (VetCert)',
    selfRepresented: false,
    termYears: 3,
    renewal: 'Recertification every three years.',
    source: '13 CFR part 128',
  },
  {
    code: 'iee',
    name: 'Indian Economic Enterprise (IEE)',
    certifier: 'Represented by the firm in its offer',
    selfRepresented: true,
    termYears: null,
    renewal: 'At least 51 % Indian ownership, at the offer and through the whole contract.',
    source: 'Buy Indian Act, 25 U.S.C. 47',
  },
  {
    code: 'sdb',
    name: 'Small Disadvantaged Business (SDB)',
    certifier: 'Represented by the firm in SAM.gov',
    selfRepresented: true,
    termYears: null,
    renewal: 'Kept current in SAM.gov. Reserves no federal prime contracts; counts towards subcontracting goals.',
    source: '13 CFR part 124, subpart B',
  },
  {
    code: 'dbe',
    name: 'Disadvantaged Business Enterprise (DBE)',
    certifier: 'Utah Department of Transportation (Utah Unified Certification Program)',
    selfRepresented: false,
    termYears: null,
    renewal: 'Annual declaration; holds until removed.',
    source: '49 CFR part 26',
  },
];
