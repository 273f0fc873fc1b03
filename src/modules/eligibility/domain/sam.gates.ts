import type { Evidence, Gate } from './decision';
import type { BusinessStanding } from './eligibility-input';
import { fail, pass, unknown } from './gate';
import type { RuleText } from './gate';
import { type AskedDay, type BusinessRequirement, dayInWords } from './requirement';

export const REGISTRATION: RuleText = {
  rule: 'sam.registration',
  // Registered when the offer is made and at award, not in between: interim rule 89 FR 89472, made final unchanged on
  // 7 August 2025.
  version: '2024-11-12',
  source: 'FAR 52.204-7',
};

export const EXCLUSION: RuleText = {
  rule: 'sam.exclusion',
  // The certification of August 2020; that excluded firms receive no contracts is older.
  version: '2020-08-01',
  source: 'FAR 9.405, 52.209-5',
};

const ASK_REGISTRATION = 'Is your registration in SAM.gov active, and until when?';

type Registration = NonNullable<BusinessStanding['samRegistration']>;

const registrationEvidence = ({ status, expiresOn, statedOn }: Registration): Evidence => ({
  field: 'samRegistration',
  id: null,
  statement: `SAM.gov registration ${status}, ${expiresOn === null ? 'no end stated' : `until ${expiresOn}`}, as stated on ${statedOn}.`,
});

function judgeActive(registration: Registration, day: AskedDay): Gate {
  const { expiresOn, statedOn } = registration;
  const used = [registrationEvidence(registration)];
  if (expiresOn === null) {
    return unknown(
      REGISTRATION,
      `You stated on ${statedOn} that your SAM.gov registration is active, but not until when.`,
      'When does your SAM.gov registration expire?',
      used,
    );
  }
  const said = `as you stated on ${statedOn}`;
  if (expiresOn < day.on) {
    const ends = `Your SAM.gov registration ends on ${expiresOn}, before ${dayInWords(day)}, ${said}`;
    return fail(REGISTRATION, `${ends}; renew it before you make an offer.`, used);
  }
  const holds = `Your SAM.gov registration is active until ${expiresOn}, not before ${dayInWords(day)}, ${said}.`;
  return pass(REGISTRATION, holds, used);
}

function judgeRegistration(registration: Registration, day: AskedDay): Gate {
  const { status, statedOn } = registration;
  const used = [registrationEvidence(registration)];
  const said = `as you stated on ${statedOn}`;
  switch (status) {
    case 'active':
      return judgeActive(registration, day);
    case 'submitted':
      return fail(
        REGISTRATION,
        `Your SAM.gov registration is submitted, not active, ${said}; it must be active when the offer is made.`,
        used,
      );
    case 'expired':
      return fail(
        REGISTRATION,
        `Your SAM.gov registration has expired, ${said}; renew it before you make an offer.`,
        used,
      );
    case 'inactive':
      return fail(
        REGISTRATION,
        `Your SAM.gov registration is inactive, ${said}; activate it before you make an offer.`,
        used,
      );
    // What is stored may be older or newer than this list: it must not go without an answer.
    default:
      return unknown(
        REGISTRATION,
        `The profile does not say clearly whether you are registered in SAM.gov, ${said}.`,
        ASK_REGISTRATION,
        used,
      );
  }
}

/** Whether the firm is registered on the day that counts; null for notices that did not come by way of SAM.gov. */
export function registrationGate({ samRegistration }: BusinessStanding, requirement: BusinessRequirement): Gate | null {
  if (requirement.source !== 'sam') return null;
  if (samRegistration !== null) return judgeRegistration(samRegistration, requirement);
  return unknown(REGISTRATION, 'The profile does not say whether you are registered in SAM.gov.', ASK_REGISTRATION);
}

/** Whether the firm is barred from federal contracts; null for notices that did not come by way of SAM.gov. */
export function exclusionGate(
  { excluded, excludedStatedOn }: BusinessStanding,
  { source }: BusinessRequirement,
): Gate | null {
  if (source !== 'sam') return null;
  if (excluded === null) {
    return unknown(
      EXCLUSION,
      'The profile does not say whether your firm is excluded from federal contracts.',
      'Is your firm debarred, suspended, proposed for debarment or otherwise excluded from federal contracts?',
    );
  }
  const said = excludedStatedOn === null ? 'The profile states' : `You stated on ${excludedStatedOn}`;
  const statement = `${said} that your firm is ${excluded ? '' : 'not '}excluded from federal contracts.`;
  const used = [{ field: 'excluded', id: null, statement }];
  return excluded ? fail(EXCLUSION, statement, used) : pass(EXCLUSION, statement, used);
}
