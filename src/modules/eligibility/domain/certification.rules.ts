import type { CertificationProgram, ProgramCode, SetAside } from '../../reference';
import type { Gate } from './decision';
import type { EligibilityLookups, HeldCertification } from './eligibility-input';
import { fail, pass, unknown } from './gate';
import type { RuleText } from './gate';
import { PROGRAM_LABELS } from './set-aside.rules';

interface Question {
  readonly rule: RuleText;
  readonly setAside: SetAside;
  /** Day on which the certification must hold, `YYYY-MM-DD`. */
  readonly on: string;
  readonly lookups: EligibilityLookups;
}

/** Only equal codes match: `EDWOSB` contains `WOSB` and is another program. */
const programOf = (text: string, accepted: readonly ProgramCode[]): ProgramCode | undefined => {
  const code = text.replace(/[^a-z0-9]/gi, '').toLowerCase();
  return accepted.find((program) => program === code);
};

const neverExpires = (program: CertificationProgram | undefined): boolean =>
  program !== undefined && (program.selfRepresented || program.termYears === null);

function judgeActive(program: ProgramCode, held: HeldCertification, { rule, on, lookups }: Question): Gate {
  const label = PROGRAM_LABELS[program];
  if (held.validFrom !== null && on < held.validFrom) {
    return fail(rule, `Your ${label} certification begins on ${held.validFrom}, after the response date ${on}.`);
  }
  if (held.expiresOn !== null && held.expiresOn < on) {
    return fail(rule, `Your ${label} certification ends on ${held.expiresOn}, before the response date ${on}.`);
  }
  if (held.expiresOn !== null) {
    return pass(rule, `Your ${label} certification holds until ${held.expiresOn}, not before the response date ${on}.`);
  }
  if (neverExpires(lookups.program(program))) return pass(rule, `The profile states ${label} status.`);
  return unknown(
    rule,
    `The profile does not say how long your ${label} certification holds.`,
    `When does your ${label} certification expire?`,
  );
}

function judge(program: ProgramCode, held: HeldCertification, question: Question): Gate {
  const { rule, setAside } = question;
  const label = PROGRAM_LABELS[program];
  switch (held.status) {
    case 'active':
      return judgeActive(program, held, question);
    case 'applied':
    case 'pending':
      return setAside.pendingAccepted
        ? pass(rule, `Your ${label} application is pending, which is enough to make an offer.`)
        : fail(rule, `Your ${label} application is pending; the certification must be held when the offer is made.`);
    case 'suspended':
      return fail(rule, `Your ${label} certification is suspended.`);
    case 'expired':
      return fail(rule, `Your ${label} certification has expired.`);
    case 'graduated':
      return fail(rule, `You have graduated from the ${label} program.`);
  }
}

const VERDICT_ORDER = { pass: 0, unknown: 1, fail: 2 } as const;

/** Best verdict first; the reason breaks ties, so that the order of a profile's rows does not matter. */
const bestFirst = (a: Gate, b: Gate): number =>
  VERDICT_ORDER[a.verdict] - VERDICT_ORDER[b.verdict] || (a.reason < b.reason ? -1 : 1);

/** Whether one of the accepted certifications holds on the response date. The best one that the profile has decides. */
export function certificationGate(certifications: readonly HeldCertification[], question: Question): Gate {
  const accepted = question.setAside.acceptedPrograms;
  const judged = certifications.flatMap((held) => {
    const program = programOf(held.program, accepted);
    return program === undefined ? [] : [judge(program, held, question)];
  });
  const [best] = judged.sort(bestFirst);
  if (best) return best;
  const labels = accepted.map((program) => PROGRAM_LABELS[program]).join(' or ');
  return fail(question.rule, `No ${labels} certification on the profile.`);
}
