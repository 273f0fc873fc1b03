import { randomUUID } from 'node:crypto';
import { testEnvironment } from '../../../test/support/environment';
import { Mailbox } from '../../../test/support/mailbox';
import { SmtpDouble } from '../../../test/support/smtp-double';
import { loadConfiguration, MailConfig } from '../../config';
import { type Mail, Mailer } from './mailer.service';

const HOST = `mailer-${randomUUID()}.example.test`;
const mailbox = new Mailbox(testEnvironment['MAIL_CATCHER_URL'] ?? '', `http://${HOST}`);

const aMail = (given: Partial<Mail> = {}): Mail => ({
  to: 'ada@example.test',
  messageId: `<${randomUUID()}@${HOST}>`,
  subject: `Hello ${randomUUID()}`,
  text: 'Hello',
  html: '<p>Hello</p>',
  ...given,
});

const sendBy = async (mail: Mail, environment: Record<string, string> = {}): Promise<void> => {
  const mailer = new Mailer(loadConfiguration([MailConfig], { ...testEnvironment, ...environment }).get(MailConfig));
  await mailer.send(mail).finally(() => mailer.onApplicationShutdown());
};

describe('the mailer', () => {
  it('delivers both forms under the given id, marked as sent by a program', async () => {
    const mail = aMail();
    await sendBy(mail);
    const caught = await mailbox.mailTo(mail.to, mail.subject);
    expect(`<${caught.messageId}>`).toBe(mail.messageId);
    expect(caught.text.trim()).toBe('Hello');
    expect(caught.html).toBe('<p>Hello</p>');
    expect(caught.headers['auto-submitted']).toBe('auto-generated');
    expect(caught.to).toEqual([{ address: mail.to, name: '' }]);
  });

  it('starts no header with what stands in a subject', async () => {
    const subject = `Injected\r\nBcc: eve@example.test\r\n\r\nBody ${randomUUID()}`;
    const double = await SmtpDouble.open();
    await sendBy(aMail({ subject }), { SMTP_URL: double.url });
    const [head = ''] = (double.taken[0] ?? '').split('\r\n\r\n');
    expect(head).toContain('Subject: Injected');
    expect(head).not.toMatch(/^Bcc:/m);
    await double.close();
  });

  it('sends to one address, whatever is in it', async () => {
    const double = await SmtpDouble.open();
    await sendBy(aMail({ to: 'ada@example.test,eve@example.test' }), { SMTP_URL: double.url }).catch(() => undefined);
    expect(double.recipients).not.toContain('eve@example.test');
    await double.close();
  });
});

describe('what a mailer says of a mail that was not taken', () => {
  let double: SmtpDouble;

  beforeAll(async () => {
    double = await SmtpDouble.open();
  });
  afterAll(() => double.close());

  const failureOf = async (answers: Parameters<SmtpDouble['answer']>[0]): Promise<unknown> => {
    double.answer(answers);
    return sendBy(aMail(), { SMTP_URL: double.url }).catch((error: unknown) => error);
  };

  it.each([
    [{ RCPT: '550 no such user ada@example.test' }, 'rejected', 'SMTP 550 to RCPT TO'],
    [{ DATA: '554 no' }, 'rejected', 'SMTP 554 to DATA'],
    [{ body: '552 too large' }, 'rejected', 'SMTP 552 to DATA'],
    [{ RCPT: '450 come back later' }, 'deferred', 'SMTP 450 to RCPT TO'],
    [{ body: '451 out of disk' }, 'deferred', 'SMTP 451 to DATA'],
    [{ RCPT: '503 in the wrong order' }, 'deferred', 'SMTP 503 to RCPT TO'],
    [{ MAIL: '550 we do not know this sender' }, 'deferred', 'SMTP 550 to MAIL FROM'],
    [{ greeting: '554 go away' }, 'outage', 'EPROTOCOL SMTP 554'],
    [{ greeting: '421 too busy' }, 'outage', 'EPROTOCOL SMTP 421'],
    [{ greeting: 'hang up' }, 'outage', 'ECONNECTION'],
    [{ RCPT: 'hang up' }, 'outage', 'ECONNECTION'],
    [{ body: 'hang up' }, 'outage', 'ECONNECTION'],
  ] as const)('%j: %s', async (answers, kind, code) => {
    const failure = await failureOf(answers);
    expect(failure).toMatchObject({ kind, code });
    expect(String(failure)).not.toContain('example.test');
  });

  it('calls it an outage where nobody listens', async () => {
    await expect(sendBy(aMail(), { SMTP_URL: 'smtp://127.0.0.1:1' })).rejects.toMatchObject({
      kind: 'outage',
      code: 'ECONNREFUSED',
    });
  });

  it('does not wait for a server that does not greet', async () => {
    expect(await failureOf({ greeting: 'silence' })).toMatchObject({ kind: 'outage', code: 'ETIMEDOUT' });
  });

  it('gives up what is on its way when the process has to stop', async () => {
    double.answer({ body: 'silence' });
    const mailer = new Mailer(
      loadConfiguration([MailConfig], { ...testEnvironment, SMTP_URL: double.url }).get(MailConfig),
    );
    const read = double.read.length;
    const sending = mailer.send(aMail()).catch((error: unknown) => error);
    while (double.read.length === read) await new Promise((resolve) => setImmediate(resolve));
    mailer.onModuleDestroy();
    expect(await sending).toMatchObject({ kind: 'outage', code: 'EABORT' });
  });
});
