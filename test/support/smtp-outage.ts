import { setTimeout as pause } from 'node:timers/promises';
import { outputOf } from '../../scripts/local-services/commands';
import { Mailbox } from './mailbox';
import { query } from './services-probes';
import type { Stage } from './stage';
import { until } from './until';
import { type Answer, Visitor } from './visitor';

export interface SmtpFault {
  readonly name: string;
  begin(stage: Stage): Promise<void>;
  end(stage: Stage): Promise<void>;
}

/** Refuses connections, or takes them and says nothing. */
export const smtpFaults: readonly SmtpFault[] = [
  {
    name: 'stopped',
    begin: ({ services }) => services.mail.stop('immediate'),
    end: ({ services }) => services.mail.start(),
  },
  {
    name: 'frozen',
    begin: (stage) => signalCatcher(stage, 'SIGSTOP'),
    end: (stage) => signalCatcher(stage, 'SIGCONT'),
  },
];

/** How people fared who registered while there was no mail server. */
export interface OutageReport {
  /** Of all registrations, each once. */
  readonly statuses: readonly number[];
  /** How many times as long as usual the middle one of them took. */
  readonly slowdown: number;
  /** How many mails came to those who registered meanwhile, each number once. */
  readonly mailsPerPerson: readonly number[];
  readonly people: number;
  /** From the end of the outage until the last mail was sent. */
  readonly secondsToCatchUp: number;
}

const FEWEST_PEOPLE = 15;
const BETWEEN_PEOPLE_MS = 100;
/** What the requirement allows. */
const LONGEST_CATCH_UP_SECONDS = 60;

/** Registers people as usual, then during the fault, ends the fault, and waits until every mail is sent. */
export const outliveOutage = async (
  stage: Stage,
  apiUrl: string,
  fault: SmtpFault,
  seconds: number,
): Promise<OutageReport> => {
  const usual = await register(apiUrl, 0);
  await untilAllSent(stage);
  await fault.begin(stage);
  const meanwhile = await register(apiUrl, seconds);
  await until('the outage is noticed', async () => (await failing(stage)) > 0);
  await fault.end(stage);
  const endedAt = performance.now();
  await untilAllSent(stage);
  const secondsToCatchUp = (performance.now() - endedAt) / 1_000;
  const counts = await countMails(stage, meanwhile);
  return {
    statuses: [...new Set([...usual, ...meanwhile].map(({ status }) => status))],
    slowdown: middle(meanwhile) / middle(usual),
    mailsPerPerson: [...new Set(counts)],
    people: meanwhile.length,
    secondsToCatchUp,
  };
};

const register = async (apiUrl: string, seconds: number): Promise<readonly Answer[]> => {
  const end = performance.now() + seconds * 1_000;
  const answers: Answer[] = [];
  while (answers.length < FEWEST_PEOPLE || performance.now() < end) {
    answers.push(await Visitor.tryToRegister(apiUrl));
    await pause(BETWEEN_PEOPLE_MS);
  }
  return answers;
};

const middle = (answers: readonly Answer[]): number => {
  const sorted = answers.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

const untilAllSent = (stage: Stage): Promise<boolean> =>
  until(
    'every mail is sent',
    async () => {
      const waiting = await query(stage.environment, `SELECT id FROM outgoing_mails WHERE outcome IS NULL`);
      return waiting.length === 0;
    },
    LONGEST_CATCH_UP_SECONDS,
  );

const failing = async (stage: Stage): Promise<number> => {
  const rows = await query(
    stage.environment,
    `SELECT id FROM outgoing_mails WHERE outcome IS NULL AND last_error IS NOT NULL`,
  );
  return rows.length;
};

/** For each person who registered, in the mail catcher; waits for the last of them, because it reads what it took later. */
const countMails = async (stage: Stage, answers: readonly Answer[]): Promise<readonly number[]> => {
  const mailbox = new Mailbox(stage.services.urls['MAIL_CATCHER_URL'] ?? '', 'http://localhost');
  const people = answers.map(({ body }) => String(body['email']));
  const all = await until('the catcher has read all mails', async () => {
    const addresses = (await mailbox.received()).flatMap(({ to }) => to.map(({ address }) => address));
    return people.every((person) => addresses.includes(person)) ? addresses : undefined;
  });
  return people.map((person) => all.filter((address) => address === person).length);
};

const signalCatcher = async ({ services }: Stage, signal: 'SIGSTOP' | 'SIGCONT'): Promise<void> => {
  const processes = await outputOf('ps', ['axww', '-o', 'pid=,command=']);
  const catcher = processes
    .split('\n')
    .find((line) => line.includes('mail.process.ts') && line.includes(services.directory));
  process.kill(Number(catcher?.trim().split(' ', 1)[0]), signal);
};
