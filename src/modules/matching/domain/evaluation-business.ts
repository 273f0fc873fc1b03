import type { MatchableBusiness } from '../engine/features/business-features';
import type { EvaluationProfile, WonContract } from './evaluation-profile';

/** The solicitation that a won contract came from, where it is known. */
export interface KnownSolicitation {
  readonly title: string;
  readonly description: string;
  readonly naicsCode: string | null;
  readonly pscCode: string | null;
  readonly department: string | null;
  readonly office: string | null;
}

export type FindSolicitation = (contract: WonContract) => KnownSolicitation | undefined;

const UNKNOWN: KnownSolicitation = {
  title: '',
  description: '',
  naicsCode: null,
  pscCode: null,
  department: null,
  office: null,
};

/** The award notice tells what was bought in a word; the solicitation, where it is known, tells the rest. */
function toPastPerformance(
  contract: WonContract,
  solicitation: KnownSolicitation,
  position: number,
): MatchableBusiness['pastPerformance'][number] {
  return {
    id: String(position),
    title: contract.title,
    description: [contract.description, solicitation.title, solicitation.description].filter(Boolean).join('\n'),
    department: contract.agency ?? solicitation.department,
    office: contract.office ?? solicitation.office,
    naicsCode: contract.naicsCode ?? solicitation.naicsCode,
    pscCode: contract.pscCode ?? solicitation.pscCode,
    valueUsd: contract.amountUsd,
    completedOn: contract.postedOn || null,
  };
}

/** A profile of the evaluation as a business that has described itself by nothing but what it won. */
export const toMatchableBusiness = (profile: EvaluationProfile, find: FindSolicitation): MatchableBusiness => ({
  description: null,
  zipCode: profile.zip,
  annualRevenue: null,
  serviceArea: null,
  contractValueMinUsd: null,
  contractValueMaxUsd: null,
  services: [],
  naicsCodes: profile.naicsCodes.map((code, position) => ({ code, isPrimary: position === 0 })),
  pscCodes: profile.pscCodes.map((code) => ({ id: code, code })),
  pastPerformance: profile.won.map((contract, position) =>
    toPastPerformance(contract, find(contract) ?? UNKNOWN, position),
  ),
});
