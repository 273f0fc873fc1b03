/**
 * Why a mail was not taken: `rejected` for ever; `deferred` for now, because of this mail; `outage` for now, and no other
 * mail would have been taken.
 */
export type DeliveryErrorKind = 'rejected' | 'deferred' | 'outage';

/** What nodemailer says of a failed sending. */
interface SmtpFailure {
  readonly code?: string;
  readonly originalCode?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** Its message and `code` hold nothing of what the server said: that may name the recipient. */
export class DeliveryError extends Error {
  constructor(
    readonly kind: DeliveryErrorKind,
    /** `SMTP 550 to RCPT TO`, `ECONNREFUSED`. */
    readonly code: string,
  ) {
    super(`The mail was not taken: ${code}`);
    this.name = 'DeliveryError';
  }

  static from(error: unknown): DeliveryError {
    const { code, originalCode, command = '', responseCode }: SmtpFailure = isSmtpFailure(error) ? error : {};
    const isAboutThisMail = ABOUT_ONE_MAIL.has(command);
    if (isAboutThisMail && responseCode !== undefined) {
      return new DeliveryError(
        isFinal(command, responseCode) ? 'rejected' : 'deferred',
        `SMTP ${responseCode} to ${command}`,
      );
    }
    // An address with which no envelope can be made, or more than the server takes.
    if (code === 'EENVELOPE' || code === 'EMESSAGE') return new DeliveryError('rejected', code);
    const reply = responseCode === undefined ? '' : ` SMTP ${responseCode}`;
    return new DeliveryError('outage', `${originalCode ?? code ?? 'unknown'}${reply}`);
  }
}

const isSmtpFailure = (error: unknown): error is SmtpFailure => typeof error === 'object' && error !== null;

const ABOUT_ONE_MAIL: ReadonlySet<string> = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

/** A refused sender is a setting of ours that somebody will put right, and 503 is about the order of commands. */
const isFinal = (command: string, responseCode: number): boolean =>
  command !== 'MAIL FROM' && responseCode >= 500 && responseCode !== 503;
