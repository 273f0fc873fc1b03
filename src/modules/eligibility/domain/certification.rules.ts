import { neverExpires, type ProgramCode, type SetAside } from '../../reference';
import type { Evidence, Gate } from './decision';
import type { EligibilityLookups, HeldCertification } from './eligibility-input';
import { bestOf, fail, pass, unknown } from './gate';
import type { RuleText } from './gate';
import { type AskedDay, dayInWords } from './requirement';
import { PROGRAM_LABELS } from './set-aside.rules';

interface Question {
  readonly rule: RuleText;
  readonly setAside: SetAside;
  readonly day: AskedDay;
  readonly lookups: EligibilityLookups;
}

/** Only equal codes match: `EDWOSB` contains `WOSB` and is another program. */
const programOf = (text: string, accepted: readonly ProgramCode[]): ProgramCode | undefined => {
  const code = text.replace(/[^a-z0-9]/gi, '').toLowerCase();
  return accepted.find((program) => program === code);
};

/** `HUBZone certification HZ-1, active, from 2025-01-01 until 2028-01-01.` */
function evidenceOf(program: ProgramCode, { id, number, status, validFrom, expiresOn }: HeldCertification): Evidence {
  const name = [`${PROGRAM_LABELS[program]} certification`, ...(number === null ? [] : [number])].join(' ');
  const from = validFrom === null ? [] : [`from ${validFrom}`];
  const until = expiresOn === null ? ['no end stated'] : [`until ${expiresOn}`];
  const term = [...from, ...until].join(expiresOn === null ? ', ' : ' ');
  return { field: 'certifications', id, statement: `${name}, ${status}, ${term}.` };
}

function judgeActive(program: ProgramCode, held: HeldCertification, question: Question): Gate {
  const { rule, day } = question;
  const { validFrom, expiresOn } = held;
  const name = `Your ${PROGRAM_LABELS[program]} certification`;
  const used = [evidenceOf(program, held)];
  if (expiresOn !== null && expiresOn < day.on) {
    return fail(rule, `${name} ends on ${expiresOn}, before ${dayInWords(day)}.`, used);
  }
  if (validFrom !== null && day.on < validFrom) {
    // Where no day is stated for it, the offer can wait until then.
    const begins = `${name} begins on ${validFrom}, after ${dayInWords(day)}`;
    if (day.hasDueDay) return fail(rule, `${begins}.`, used);
    const reason = `${begins}; it counts for offers from that day on.`;
    return unknown(rule, reason, `Is the response due on ${validFrom} or later?`, used);
  }
  if (expiresOn !== null) return pass(rule, `${name} holds until ${expiresOn}, not before ${dayInWords(day)}.`, used);
  return judgeEndless(program, used, question);
}

/** Of a certification whose end is not stated: some have none. */
function judgeEndless(program: ProgramCode, used: readonly Evidence[], { rule, lookups }: Question): Gate {
  const label = PROGRAM_LABELS[program];
  const fact = lookups.program(program);
  if (fact && neverExpires(fact)) return pass(rule, `The profile states ${label} status.`, used);
  return unknown(
    rule,
    `The profile does not say how long your ${label} certification holds.`,
    `When does your ${label} certification expire?`,
    used,
  );
}

function judge(program: ProgramCode, held: HeldCertification, question: Question): Gate {
  const { rule, setAside } = question;
  const label = PROGRAM_LABELS[program];
  const used = [evidenceOf(program, held)];
  switch (held.status) {
    case 'active':
      return judgeActive(program, held, question);
    case 'applied':
    case 'pending':
      return setAside.pendingAccepted
        ? pass(rule, `Your ${label} application is pending, which is enough to make an offer.`, used)
        : fail(
            rule,
            `Your ${label} application is pending; the certification must be held when the offer is made.`,
            used,
          );
    case 'suspended':
      return fail(rule, `Your ${label} certification is suspended.`, used);
    case 'expired':
      return fail(rule, `Your ${label} certification has expired.`, used);
    case 'graduated':
      return fail(rule, `You have graduated from the ${label} program.`, used);
  }
}

/** Whether one of the accepted certifications holds on the day that counts. The best one that the profile has decides. */
export function certificationGate(certifications: readonly HeldCertification[], question: Question): Gate {
  const accepted = question.setAside.acceptedPrograms;
  const judged = certifications.flatMap((held) => {
    const program = programOf(held.program, accepted);
    return program === undefined ? [] : [judge(program, held, question)];
  });
  const labels = accepted.map((program) => PROGRAM_LABELS[program]).join(' or ');
  return bestOf(judged) ?? fail(question.rule, `No ${labels} certification on the profile.`);
}
