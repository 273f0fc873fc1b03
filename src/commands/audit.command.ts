import { Command, InvalidArgumentError } from 'commander';
import { AuditVerification, type ChainHead } from '../modules/audit';
import { showProgress } from './progress';
import { withHub } from './with-hub';

const LINK = /^([1-9]\d{0,14}):([0-9a-f]{64})$/i;

const LOST_KEYS = 'People whose keys are gone though no event tells that the account was deleted';

/** `hub audit verify`: whether anybody changed the log of security events behind the hub's back. */
export const auditCommand = (): Command =>
  new Command('audit').description('the log of security events').addCommand(
    new Command('verify')
      .description('check that every event is as it was written')
      .option(
        '--expect <sequence:hash>',
        'an event that has to be there, as a log line or an earlier check named it',
        readLink,
      )
      .action(async ({ expect }: { expect?: ChainHead }) => {
        const progress = showProgress('audit verify');
        const { fault, last, lostKeys } = await withHub(async (hub) => {
          const verification = hub.get(AuditVerification, { strict: false });
          const found = await verification.verify(expect, (done, total) =>
            progress.update(done, total, `${done} events`),
          );
          return { ...found, lostKeys: await verification.findPeopleWithLostKeys() };
        });
        progress.end();
        if (fault) throw new Error(`The audit log is not as it was written: ${fault.kind} at ${fault.sequence}.`);
        process.stdout.write(`${describe(last)}\n`);
        if (lostKeys.length > 0) throw new Error(`${LOST_KEYS}: ${lostKeys.join(', ')}`);
      }),
  );

const describe = ({ sequence, hash }: ChainHead): string =>
  `${sequence} events are as they were written; the last is ${sequence}:${hash.toString('hex')}`;

const readLink = (text: string): ChainHead => {
  const [, sequence, hash] = LINK.exec(text) ?? [];
  if (!sequence || !hash) throw new InvalidArgumentError('It must be the number of an event, a colon and its hash.');
  return { sequence: Number(sequence), hash: Buffer.from(hash, 'hex') };
};
