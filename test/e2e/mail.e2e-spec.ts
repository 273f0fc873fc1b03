import { startHub, type TestHub } from '../support/app';
import { linkIn, tokenIn } from '../support/mailbox';
import { aRegistration } from '../support/people';

const CONFIRM = 'Confirm your e-mail address';
const RESET = 'Choose a new password';

describe('mail', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub();
  });

  afterAll(() => hub.close());

  const outcomesFor = async (recipient: string): Promise<unknown[]> => {
    const rows = await hub.query('SELECT outcome FROM outgoing_mails WHERE recipient = $1', [recipient]);
    return rows.map(({ outcome }) => outcome);
  };

  it('goes out after the answer, once, as text and as HTML', async () => {
    const person = aRegistration();
    expect((await hub.anonymous.post('/auth/register', person)).status).toBe(201);
    expect(await hub.mailbox.received(person.email)).toEqual([]);
    expect(await outcomesFor(person.email)).toEqual([null]);
    await hub.deliverMail();
    await hub.deliverMail();
    const [mail, ...others] = await hub.mailbox.mailsTo(person.email);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe(CONFIRM);
    expect(mail?.text).toContain('/account/verify-email#token=');
    expect(mail?.html).toMatch(/<a href="[^"]+verify-email#token/);
    expect(await outcomesFor(person.email)).toEqual(['delivered']);
  });

  it('links to the configured address, whatever the request says of where it came to', async () => {
    const person = aRegistration();
    const headers = { Host: 'evil.test', 'X-Forwarded-Host': 'evil.test', Forwarded: 'host=evil.test' };
    expect((await hub.anonymous.post('/auth/register', person, headers)).status).toBe(201);
    await hub.deliverMail();
    const mail = await hub.mailbox.mailTo(person.email, CONFIRM);
    expect(linkIn(mail).hostname).toMatch(/^test-.*\.example\.test$/);
    expect(mail.text + mail.html).not.toContain('evil.test');
  });

  it('keeps the secret of a link out of the rows', async () => {
    const person = aRegistration();
    await hub.anonymous.post('/auth/register', person);
    await hub.anonymous.post('/auth/forgot-password', { email: person.email });
    await hub.deliverMail();
    const tokens = [
      tokenIn(await hub.mailbox.mailTo(person.email, CONFIRM)),
      tokenIn(await hub.mailbox.mailTo(person.email, RESET)),
    ];
    const rows = await hub.query('SELECT row_to_json(mail)::text AS text FROM outgoing_mails mail');
    expect(rows.length).toBeGreaterThan(1);
    expect(tokens.filter((token) => rows.some(({ text }) => String(text).includes(token)))).toEqual([]);
  });

  it('does not go to an address that has no account, and the row says so', async () => {
    const email = 'nobody@example.test';
    expect((await hub.anonymous.post('/auth/forgot-password', { email })).status).toBe(202);
    await hub.deliverMail();
    expect(await outcomesFor(email)).toEqual(['dropped']);
    expect(await hub.mailbox.received(email)).toEqual([]);
  });

  it('goes out by itself where a worker runs', async () => {
    await hub.startWorker();
    const person = aRegistration();
    await hub.anonymous.post('/auth/register', person);
    expect(await hub.mailbox.mailsTo(person.email)).toHaveLength(1);
  });

  describe('the pages of its links', () => {
    const get = (path: string) => hub.anonymous.send({ method: 'GET', path });

    it.each(['verify-email', 'reset-password'])('%s runs under a policy that lets nothing else in', async (page) => {
      const { status, headers, text } = await get(`/account/${page}`);
      expect(status).toBe(200);
      expect(headers['content-type']).toMatch(/^text\/html/);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['content-security-policy']).toBe(
        "default-src 'none';script-src 'self';style-src 'self';connect-src 'self';base-uri 'none';form-action 'none';frame-ancestors 'none'",
      );
      expect(text).not.toMatch(/<style|<script>|\sstyle=|\son\w+=/);
      const assets = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, asset = '']) => asset);
      expect(assets).toEqual(['account.css', 'account.js']);
      for (const asset of assets) expect([asset, (await get(`/account/${asset}`)).status]).toEqual([asset, 200]);
    });

    it.each([
      ['verify-email', CONFIRM, {}],
      ['reset-password', RESET, { password: 'another horse, another battery' }],
    ])('%s is where the mail leads, and sends what the API takes', async (page, subject, fields) => {
      const person = aRegistration();
      await hub.anonymous.post('/auth/register', person);
      await hub.anonymous.post('/auth/forgot-password', { email: person.email });
      await hub.deliverMail();
      const mail = await hub.mailbox.mailTo(person.email, subject);
      const link = linkIn(mail);
      const { text } = await get(link.pathname);
      const endpoint = new URL(/data-endpoint="([^"]+)"/.exec(text)?.[1] ?? '', link);
      expect(endpoint.pathname).toBe(`/api/v1/auth/${page}`);
      const body = { token: tokenIn(mail), ...fields };
      const { status } = await hub.anonymous.send({ method: 'POST', path: endpoint.pathname, body });
      expect(status).toBeLessThan(300);
    });

    it.each([
      '/account',
      '/account/',
      '/account/account-pages.ts',
      '/account/..%2faccount-pages.ts',
      '/account/%E0%A4%A',
    ])('there is nothing else: %s', async (path) => {
      expect([400, 404]).toContain((await get(path)).status);
    });
  });
});

describe('while there is no mail server', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub({ SMTP_URL: 'smtp://127.0.0.1:1' });
  });

  afterAll(() => hub.close());

  it('people register, and the mail waits', async () => {
    expect((await hub.anonymous.post('/auth/register', aRegistration())).status).toBe(201);
    await hub.deliverMail();
    const rows = await hub.query('SELECT outcome, last_error FROM outgoing_mails');
    expect(rows).toEqual([{ outcome: null, last_error: 'ECONNREFUSED' }]);
  });
});
