import { readdirSync, readFileSync } from 'node:fs';
import bcrypt from 'bcryptjs';
import { AuthConfig } from '../../../../config';
import { BcryptThreads } from './bcrypt-threads';
import { PasswordHasher } from './password-hasher';

const COST = 5;

describe('PasswordHasher', () => {
  const threads = new BcryptThreads();
  const hasherWith = (changes: object): PasswordHasher => {
    const config = { passwordPepper: 'p'.repeat(32), passwordHashCost: COST, ...changes };
    return new PasswordHasher(Object.assign(new AuthConfig(), config), threads);
  };
  const hasher = hasherWith({});

  afterAll(() => threads.onApplicationShutdown());

  it('knows a password again, and no other', async () => {
    const stored = await hasher.hash('correct horse');
    expect(await hasher.verify('correct horse', stored)).toBe(true);
    expect(await hasher.verify('Correct horse', stored)).toBe(false);
    expect(await hasher.verify('correct horse ', stored)).toBe(false);
    expect(await hasher.verifyNobody('correct horse')).toBe(false);
  });

  it('stores nothing of the password, and never the same twice', async () => {
    const stored = await hasher.hash('correct horse');
    expect(stored).toMatch(/^hmac384-bcrypt\$\$2b\$05\$[./A-Za-z0-9]{53}$/);
    expect(await hasher.hash('correct horse')).not.toBe(stored);
  });

  it('is worth nothing without the pepper', async () => {
    const stored = await hasher.hash('correct horse');
    expect(await hasherWith({ passwordPepper: 'q'.repeat(32) }).verify('correct horse', stored)).toBe(false);
  });

  it('tells passwords apart that begin with the same 72 bytes', async () => {
    const beginning = 'x'.repeat(72);
    expect(await hasher.verify(`${beginning}b`, await hasher.hash(`${beginning}a`))).toBe(false);
  });

  it('takes one password typed in two ways for the same', async () => {
    const stored = await hasher.hash('café'.normalize('NFD'));
    expect(await hasher.verify('café'.normalize('NFC'), stored)).toBe(true);
  });

  it.each([
    ['plain bcrypt', bcrypt.hashSync('correct horse', 4)],
    ['another scheme', `other$${bcrypt.hashSync('correct horse', 4)}`],
    ['a cost that would take days', `hmac384-bcrypt$$2b$31$${'a'.repeat(53)}`],
    ['a cost beyond the highest', `hmac384-bcrypt$$2b$16$${'a'.repeat(53)}`],
    ['a cost of which bcrypt knows nothing', `hmac384-bcrypt$$2b$00$${'a'.repeat(53)}`],
    ['an unknown bcrypt', `hmac384-bcrypt$$9z$05$${'a'.repeat(53)}`],
    ['a cut hash', `hmac384-bcrypt$$2b$05$${'a'.repeat(52)}`],
    ['nothing', ''],
  ])('answers false for %s in the row', async (_, stored) => {
    expect(await hasher.verify('correct horse', stored)).toBe(false);
  });

  it('tells which hashes to renew: those of another scheme, and those of a lower cost', async () => {
    const stored = await hasher.hash('correct horse');
    expect(hasher.needsUpgrade(stored)).toBe(false);
    expect(hasherWith({ passwordHashCost: COST - 1 }).needsUpgrade(stored)).toBe(false);
    expect(hasherWith({ passwordHashCost: COST + 1 }).needsUpgrade(stored)).toBe(true);
    expect(hasher.needsUpgrade(stored.replace('hmac384-bcrypt', 'hmac256-bcrypt'))).toBe(true);
    expect(await hasherWith({ passwordHashCost: COST + 1 }).verify('correct horse', stored)).toBe(true);
  });

  it('asks for as much work whether a hash is of a lower cost, of the present one, or nobody’s', async () => {
    const compare = jest.spyOn(threads, 'compare');
    const workOf = async (ask: (hasher: PasswordHasher) => Promise<boolean>): Promise<number> => {
      compare.mockClear();
      await ask(hasherWith({ passwordHashCost: COST + 3 }));
      const hashes = compare.mock.calls.flatMap(([, ...compared]) => compared);
      return hashes.reduce((work, hash) => work + 2 ** Number(hash.split('$')[2]), 0);
    };
    const wholeWork = 2 ** (COST + 3);
    expect(await workOf((raised) => raised.verifyNobody('correct horse'))).toBe(wholeWork);
    for (const cost of [COST, COST + 2, COST + 3]) {
      const stored = await hasherWith({ passwordHashCost: cost }).hash('correct horse');
      for (const password of ['another', 'correct horse']) {
        expect([cost, await workOf((raised) => raised.verify(password, stored))]).toEqual([cost, wholeWork]);
      }
    }
    compare.mockRestore();
  });

  it('turns people away when too many wait, rather than keep all of them waiting', async () => {
    const slow = hasherWith({ passwordHashCost: 9 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) => slow.hash(`password ${index}`)),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ reason }) => reason instanceof Error && 'code' in reason && reason.code === 'busy')).toBe(
      true,
    );
    expect(outcomes.length - refused.length).toBeGreaterThan(0);
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;

  onLinux('hashes in threads of lower priority than the one that serves requests', async () => {
    const niceOf = (thread: string): number =>
      Number(readFileSync(`/proc/self/task/${thread}/stat`, 'utf8').split(') ')[1]?.split(' ')[16]);
    await hasher.hash('correct horse');
    expect(niceOf(String(process.pid))).toBe(0);
    expect(readdirSync('/proc/self/task').map(niceOf)).toContain(10);
  });
});
