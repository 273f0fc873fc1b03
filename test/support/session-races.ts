import fc from 'fast-check';
import { type Answer, ask } from './visitor';

const PASSWORD = 'correct horse battery';
const OTHER_PASSWORD = 'purple mountain majesty';

/** Two processes of the API on one database, as a load balancer would use them. */
export interface TwoProcesses {
  readonly first: string;
  readonly second: string;
}

interface Tokens {
  readonly access: string;
  readonly refresh: string;
}

let people = 0;

const call = (url: string, path: string, given: Parameters<typeof ask>[1]): Promise<Answer> =>
  ask(`${url}/api/v1${path}`, given);

const tokensOf = ({ status, body }: Answer): Tokens => {
  if (status !== 200) throw new Error(`Not signed in: ${status} ${JSON.stringify(body)}`);
  return { access: String(body['access_token']), refresh: String(body['refresh_token']) };
};

const signIn = async (url: string, email: string, password = PASSWORD): Promise<Tokens> =>
  tokensOf(await call(url, '/auth/login', { body: { email, password } }));

const refresh = (url: string, refresh_token: string): Promise<Answer> =>
  call(url, '/auth/refresh', { body: { refresh_token } });

/** Registers somebody; answers the id and the address. */
const register = async (url: string): Promise<{ id: string; email: string }> => {
  const email = `racer-${(people += 1)}@example.test`;
  const person = { email, password: PASSWORD, firstName: 'Ada', lastName: 'Snow' };
  const { status, body } = await call(url, '/auth/register', { body: person });
  if (status !== 201) throw new Error(`Not registered: ${status} ${JSON.stringify(body)}`);
  return { id: String(body['id']), email };
};

/**
 * Uses one refresh token 50 times at once over both processes, again and again. Answers, for each round, how many uses
 * succeeded and which other answers there were; and whether a second session of the same person outlived it all.
 */
export const raceRefreshes = async (
  { first, second }: TwoProcesses,
  rounds: number,
): Promise<{ successes: number[]; others: number[]; bystanderLives: boolean }> => {
  const { email } = await register(first);
  const bystander = await signIn(first, email);
  const [successes, others]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const tokens = await signIn(first, email);
    const uses = Array.from({ length: 50 }, (_, use) => refresh(use % 2 === 0 ? first : second, tokens.refresh));
    const statuses = (await Promise.all(uses)).map(({ status }) => status);
    successes.push(statuses.filter((status) => status === 200).length);
    others.push(...new Set(statuses.filter((status) => status !== 200)));
  }
  const { status } = await call(second, '/auth/me', { token: bystander.access });
  return { successes, others: [...new Set(others)], bystanderLives: status === 200 };
};

/** What one process does to a person, and what the other one must answer to the person's token right after. */
interface Withdrawal {
  readonly name: string;
  act(at: TwoProcesses, admin: string, person: Subject): Promise<Answer>;
  /** Undoes it, so that the next try can begin. */
  restore(at: TwoProcesses, admin: string, person: Subject): Promise<unknown>;
  readonly expected: 401 | 403;
}

interface Subject {
  readonly id: string;
  readonly email: string;
  readonly acting: Tokens;
  readonly watched: Tokens;
  readonly password: string;
}

const withdrawals: readonly Withdrawal[] = [
  {
    name: 'logout',
    act: ({ first }, _, { watched }) => call(first, '/auth/logout', { body: { refresh_token: watched.refresh } }),
    restore: async () => undefined,
    expected: 401,
  },
  {
    name: 'deactivation',
    act: ({ first }, admin, { id }) => call(first, `/users/${id}/deactivate`, { method: 'POST', token: admin }),
    restore: ({ first }, admin, { id }) => call(first, `/users/${id}/activate`, { method: 'POST', token: admin }),
    expected: 401,
  },
  {
    name: 'demotion',
    act: ({ first }, admin, { id }) =>
      call(first, `/admin/users/${id}/role`, { method: 'PUT', token: admin, body: { role: 'viewer' } }),
    restore: ({ first }, admin, { id }) =>
      call(first, `/admin/users/${id}/role`, { method: 'PUT', token: admin, body: { role: 'business_owner' } }),
    expected: 403,
  },
  {
    name: 'password change',
    act: ({ first }, _, { acting, password }) =>
      call(first, '/users/me/password', {
        method: 'PUT',
        token: acting.access,
        body: { currentPassword: password, newPassword: password === PASSWORD ? OTHER_PASSWORD : PASSWORD },
      }),
    restore: async () => undefined,
    expected: 401,
  },
];

/** Tries each withdrawal this many times; answers those that the second process acted upon too late. @param admin access token */
export const findLateWithdrawals = async (
  at: TwoProcesses,
  admin: string,
  triesOfEach: number,
): Promise<{ tries: number; late: string[] }> => {
  const late: string[] = [];
  for (const { name, act, restore, expected } of withdrawals) {
    const { id, email } = await register(at.first);
    let password = PASSWORD;
    for (let number = 0; number < triesOfEach; number += 1) {
      const [acting, watched] = [await signIn(at.first, email, password), await signIn(at.second, email, password)];
      const person = { id, email, acting, watched, password };
      const before = await call(at.second, '/matching/opportunities', { token: watched.access });
      const { status: acted } = await act(at, admin, person);
      const after = await call(at.second, '/matching/opportunities', { token: watched.access });
      // 404: allowed, but there is no profile yet.
      if (before.status !== 404 || acted >= 300 || after.status !== expected) {
        late.push(`${name}: ${before.status}, ${acted}, ${after.status}`);
      }
      if (name === 'password change') password = password === PASSWORD ? OTHER_PASSWORD : PASSWORD;
      await restore(at, admin, person);
    }
  }
  return { tries: withdrawals.length * triesOfEach, late };
};

/** One use of one token of a family: `age` 0 is the newest, 1 the one before, and so on. */
const use = fc.record({
  age: fc.nat({ max: 4 }),
  atSecond: fc.boolean(),
  isLogout: fc.nat({ max: 9 }).map((n) => n === 0),
});

/** Batches of uses; those of one batch travel at once. */
const interleaving = fc.array(fc.array(use, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });

/**
 * Plays random interleavings of refreshes, replays and logouts over two processes. Afterwards every token that the family
 * ever had is tried: at most one may still be good. @throws Error with the smallest counterexample and its seed
 */
export const playInterleavings = async ({ first, second }: TwoProcesses, runs: number): Promise<void> => {
  const { email } = await register(first);
  const property = fc.asyncProperty(interleaving, async (batches) => {
    const family = [(await signIn(first, email)).refresh];
    for (const batch of batches) {
      const answers = await Promise.all(
        batch.map(({ age, atSecond, isLogout }) => {
          const token = family[Math.max(0, family.length - 1 - age)] ?? '';
          const url = atSecond ? second : first;
          return isLogout ? call(url, '/auth/logout', { body: { refresh_token: token } }) : refresh(url, token);
        }),
      );
      if (answers.some(({ status }) => status >= 500)) throw new Error('An answer of 5xx.');
      for (const { body } of answers) {
        if (typeof body['refresh_token'] === 'string') family.push(body['refresh_token']);
      }
    }
    let alive = 0;
    for (const token of family) if ((await refresh(first, token)).status === 200) alive += 1;
    return alive <= 1;
  });
  await fc.assert(property, { numRuns: runs });
};
