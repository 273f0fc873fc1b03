import { guardSecret } from './secrets';
import { until } from './until';

export interface CaughtMail {
  readonly id: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly to: readonly { readonly address: string }[];
  readonly headers: Readonly<Record<string, string>>;
}

/** What the mail catcher has received from one hub: its public address tells its mails from those of others. */
export class Mailbox {
  private readonly host: string;

  constructor(
    private readonly catcherUrl: string,
    publicUrl: string,
  ) {
    this.host = new URL(publicUrl).hostname;
  }

  /** Waits until there are as many; answers all, the oldest first. Without an address: to anybody. */
  mailsTo(address?: string, atLeast = 1): Promise<readonly CaughtMail[]> {
    return until(`${atLeast} mails to ${address ?? 'anybody'}`, async () => {
      const mails = await this.received(address);
      return mails.length >= atLeast ? mails : undefined;
    });
  }

  /** Waits for one with this subject, of several the newest. */
  mailTo(address: string, subject: string): Promise<CaughtMail> {
    return until(`a mail to ${address}: ${subject}`, async () =>
      (await this.received(address)).findLast((mail) => mail.subject === subject),
    );
  }

  /** What is there now, the oldest first. */
  async received(address?: string): Promise<readonly CaughtMail[]> {
    const response = await fetch(new URL('/email', this.catcherUrl));
    const mails: CaughtMail[] = JSON.parse(await response.text());
    return mails.filter(
      ({ messageId, to }) =>
        messageId.endsWith(`@${this.host}`) && (address === undefined || to.some((one) => one.address === address)),
    );
  }
}

/** The address that a mail asks to open. */
export const linkIn = ({ text }: CaughtMail): URL => {
  const [link = ''] = /^https?:\S*#\S*$/m.exec(text) ?? [];
  return new URL(link);
};

/** The token behind `#token=` in a mail. */
export const tokenIn = (mail: CaughtMail): string => {
  const token = new URLSearchParams(linkIn(mail).hash.slice(1)).get('token') ?? '';
  guardSecret(token);
  return token;
};
