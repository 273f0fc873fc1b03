import { capturedLog } from '../support/captured-log';
import { startHub, type TestHub } from '../support/app';
import { type Person, signIn } from '../support/people';
import { guardSecret, secretsIn } from '../support/secrets';

const TAX_NUMBER = '87-6543210';

/** Closing a hub looks for secrets in its log, in Redis, in the audit log and in mails; each answer is looked at when it comes. */
describe('a secret in the wrong place', () => {
  let hub: TestHub;
  let owner: Person;

  beforeAll(async () => {
    guardSecret(TAX_NUMBER);
    hub = await startHub();
    owner = await signIn(hub);
  });

  afterAll(() => hub.close());

  it.each([
    ['an unknown field', () => owner.api.post('/businesses', { companyName: 'Snow LLC', taxNumber: TAX_NUMBER })],
    ['a field of another type', () => owner.api.put('/users/me', { firstName: [TAX_NUMBER] })],
    ['the name of a field', () => owner.api.put('/users/me', { lastName: { value: TAX_NUMBER } })],
    ['an unknown parameter', () => owner.api.get('/businesses', { taxNumber: TAX_NUMBER })],
    ['a password', () => hub.anonymous.post('/auth/login', { email: 'ada@example.test', password: TAX_NUMBER })],
    ['a token', () => hub.anonymous.post('/auth/refresh', { refresh_token: TAX_NUMBER })],
    ['a mailed token', () => hub.anonymous.post('/auth/verify-email', { token: TAX_NUMBER })],
    ['a bearer token', () => hub.anonymous.with(TAX_NUMBER).get('/auth/me')],
    ['broken JSON', () => owner.api.post('/businesses', `{"taxNumber": "${TAX_NUMBER}"`)],
  ])('is refused and not repeated: %s', async (_, send) => {
    const { status, text } = await send();
    expect([400, 401, 422]).toContain(status);
    expect(text).not.toContain(TAX_NUMBER);
  });

  it('would be noticed', () => {
    expect(secretsIn(`… ${TAX_NUMBER} …`)).toEqual([TAX_NUMBER]);
    expect(capturedLog.lines.length).toBeGreaterThan(10);
    expect(secretsIn(capturedLog.lines.join(''))).toEqual([]);
  });
});
