import { AuthConfig } from '../../../config';
import { BcryptThreads } from './bcrypt-threads';
import { PasswordHasher } from './password-hasher';

const config = Object.assign(new AuthConfig(), { passwordPepper: 'p'.repeat(32), passwordHashCost: 4 });

describe('PasswordHasher', () => {
  const threads = new BcryptThreads();
  const hasher = new PasswordHasher(config, threads);

  afterAll(() => threads.onApplicationShutdown());

  it('knows a password again, and no other', async () => {
    const stored = await hasher.hash('correct horse');
    expect(await hasher.verify('correct horse', stored)).toBe(true);
    expect(await hasher.verify('Correct horse', stored)).toBe(false);
    expect(await hasher.verifyNobody('correct horse')).toBe(false);
  });

  it('tells passwords apart that begin with the same 72 bytes', async () => {
    const beginning = 'x'.repeat(72);
    expect(await hasher.verify(`${beginning}b`, await hasher.hash(`${beginning}a`))).toBe(false);
  });

  it('takes one password typed in two ways for the same', async () => {
    const stored = await hasher.hash('café'.normalize('NFD'));
    expect(await hasher.verify('café'.normalize('NFC'), stored)).toBe(true);
  });

  it('turns people away when too many wait, rather than keep all of them waiting', async () => {
    const slow = new PasswordHasher(Object.assign(new AuthConfig(), config, { passwordHashCost: 9 }), threads);
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
});
