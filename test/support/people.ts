import type { Role } from '../../src/common/auth/role';
import { RegistrationService } from '../../src/modules/auth';
import type { ApiClient } from './api-client';
import type { TestHub } from './app';
import { guardSecret } from './secrets';

export const PASSWORD = 'correct horse battery';
guardSecret(PASSWORD);

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly api: ApiClient;
  readonly accessToken: string;
  readonly refreshToken: string;
}

let people = 0;

/** A registration that nobody used before in this file. */
export const aRegistration = (given: object = {}): { readonly email: string; readonly password: string } => ({
  email: `person-${(people += 1)}@example.test`,
  password: PASSWORD,
  ...{ firstName: 'Ada', lastName: 'Snow' },
  ...given,
});

/** An account of this role, signed in over HTTP; an official of this agency. */
export async function signIn(
  hub: TestHub,
  role: Role = 'business_owner',
  agencyId: string | null = null,
): Promise<Person> {
  const { email, password } = aRegistration();
  const account = { email, firstName: 'Ada', lastName: 'Snow', phone: null, companyName: null };
  const user = await hub
    .get(RegistrationService)
    .createAccount({ ...account, role, agencyId, isActive: true, isVerified: true }, password);
  const { body } = await hub.anonymous.post('/auth/login', { email, password });
  const accessToken: string = body.access_token;
  return { id: user.id, email, api: hub.anonymous.with(accessToken), accessToken, refreshToken: body.refresh_token };
}
