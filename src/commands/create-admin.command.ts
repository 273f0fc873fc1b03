import { isEmail } from 'class-validator';
import { Command } from 'commander';
import { AuthService, passwordProblem } from '../modules/auth';
import { withHub } from './with-hub';

/** `hub create-admin <email>`: the first administrator; everybody else gets a role from one. */
export const createAdminCommand = (): Command =>
  new Command('create-admin')
    .description('create an administrator; the password is read from standard input')
    .argument('<email>')
    .option('--first-name <name>', 'first name', 'Hub')
    .option('--last-name <name>', 'last name', 'Administrator')
    .action(async (email: string, { firstName, lastName }: { firstName: string; lastName: string }) => {
      refuseUnlikely(email, firstName, lastName);
      const password = await readPassword();
      const admin = await withHub((hub) =>
        hub.get(AuthService, { strict: false }).createAccount(
          {
            email,
            firstName,
            lastName,
            phone: null,
            companyName: null,
            role: 'admin',
            isActive: true,
            isVerified: true,
          },
          password,
        ),
      );
      process.stdout.write(`Administrator ${admin.email} was created.\n`);
    });

/** The same rules as for people who register. */
const refuseUnlikely = (email: string, ...names: readonly string[]): void => {
  if (!isEmail(email)) throw new Error('The e-mail address is not one.');
  if (names.some((name) => name.trim() === '' || name.length > 50)) throw new Error('A name has 1 to 50 characters.');
};

/** Never from the command line itself, where other users of the machine could read it. */
const readPassword = async (): Promise<string> => {
  if (process.stdin.isTTY) process.stderr.write('Password (shown while typing), then Enter: ');
  const chunks: string[] = [];
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    chunks.push(String(chunk));
    if (String(chunk).includes('\n')) break;
  }
  const password = chunks.join('').split(/\r?\n/, 1)[0] ?? '';
  const problem = passwordProblem(password);
  if (problem) throw new Error(`The password is refused: ${problem}.`);
  return password;
};
