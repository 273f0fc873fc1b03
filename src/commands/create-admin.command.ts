import { Command } from 'commander';
import { isEmailAddress } from '../common/validation/email-address';
import { PasswordPolicy, RegistrationService } from '../modules/auth';
import { readPassword } from './read-password';
import { withHub } from './with-hub';

/** `hub create-admin <email>`: the first administrator; everybody else gets a role from one. */
export const createAdminCommand = (): Command =>
  new Command('create-admin')
    .description('create an administrator; the password is asked for, or read from standard input')
    .argument('<email>')
    .option('--first-name <name>', 'first name', 'Hub')
    .option('--last-name <name>', 'last name', 'Administrator')
    .action(async (email: string, { firstName, lastName }: { firstName: string; lastName: string }) => {
      refuseUnlikely(email, firstName, lastName);
      const password = await readPassword(process.stdin, process.stderr);
      const person = { email, firstName, lastName, phone: null, companyName: null };
      const admin = await withHub((hub) => {
        hub.get(PasswordPolicy, { strict: false }).check(password, person);
        return hub
          .get(RegistrationService, { strict: false })
          .createAccount({ ...person, role: 'admin', agencyId: null, isActive: true, isVerified: true }, password);
      });
      process.stdout.write(`Administrator ${admin.email} was created.\n`);
    });

/** The same rules as for people who register. */
const refuseUnlikely = (email: string, ...names: readonly string[]): void => {
  if (!isEmailAddress(email)) throw new Error('The e-mail address is not one.');
  if (names.some((name) => name.trim() === '' || name.length > 50)) throw new Error('A name has 1 to 50 characters.');
};
