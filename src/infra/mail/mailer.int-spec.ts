import { randomUUID } from 'node:crypto';
import { testEnvironment } from '../../../test/support/environment';
import { loadConfiguration, MailConfig } from '../../config';
import { Mailer } from './mailer.service';

const openMailer = (environment: Record<string, string> = {}): Mailer =>
  new Mailer(loadConfiguration([MailConfig], { ...testEnvironment, ...environment }).get(MailConfig));

const mail = (subject: string): Parameters<Mailer['send']>[0] => ({
  to: 'ada@example.com',
  subject,
  text: 'Hello',
  html: '<p>Hello</p>',
});

describe('the mailer', () => {
  it('delivers what it takes', async () => {
    const mailer = openMailer();
    const subject = `Hello ${randomUUID()}`;
    await mailer.send(mail(subject));
    const caught: { subject: string; to: { address: string }[] }[] = JSON.parse(
      await (await fetch(new URL('/email', testEnvironment['MAIL_CATCHER_URL']))).text(),
    );
    expect(caught.find((one) => one.subject === subject)?.to).toMatchObject([{ address: 'ada@example.com' }]);
    mailer.onApplicationShutdown();
  });

  it('fails at once where nobody listens, so that the caller keeps the mail', async () => {
    const mailer = openMailer({ SMTP_URL: 'smtp://127.0.0.1:1' });
    await expect(mailer.send(mail('Hello'))).rejects.toThrow(/ECONNREFUSED/);
    mailer.onApplicationShutdown();
  });
});
