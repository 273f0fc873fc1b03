import { generateSync } from 'otplib';
import type { Response } from 'supertest';
import type { Role } from '../../src/common/auth/role';
import { NOW, type TestHub } from './app';
import { PASSWORD, type Person, signIn } from './people';

/** What an authenticator app with this secret shows so many steps after the one at which the hub's clock stands still. */
export const codeOf = (secret: string, steps: number): string =>
  generateSync({ secret, epoch: NOW.getTime() / 1000 + steps * 30 });

/** A code that the app shows at none of the three steps that the hub takes. */
export const wrongCode = (secret: string): string => {
  const shown = [-1, 0, 1].map((steps) => codeOf(secret, steps));
  return ['000000', '111111', '222222', '333333'].find((code) => !shown.includes(code)) ?? '';
};

export interface PersonWithSecondFactor extends Person {
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Sets up a second factor with the code of the earliest step, so that two more can be used. */
export async function enrol(person: Person): Promise<PersonWithSecondFactor> {
  const { body } = await person.api.post('/auth/mfa/enrol');
  const secret: string = body.secret;
  const confirmed = await person.api.post('/auth/mfa/confirm', { code: codeOf(secret, -1) });
  if (confirmed.status !== 200) throw new Error(`Not confirmed: ${confirmed.text}`);
  return { ...person, secret, recoveryCodes: confirmed.body.recoveryCodes };
}

/** An account of this role with a second factor, signed in. */
export const signInWithSecondFactor = async (hub: TestHub, role?: Role): Promise<PersonWithSecondFactor> =>
  enrol(await signIn(hub, role));

/** Signs in with the password; answers the token for the challenge. */
export async function mfaTokenOf(hub: TestHub, { email }: Person): Promise<string> {
  const { status, body } = await hub.anonymous.post('/auth/login', { email, password: PASSWORD });
  if (status !== 401 || body.code !== 'mfa-required') throw new Error(`No second factor was asked for: ${status}`);
  return body.mfa_token;
}

export const challenge = (hub: TestHub, mfa_token: string, proof: object): Promise<Response> =>
  hub.anonymous.post('/auth/mfa/challenge', { mfa_token, ...proof });
