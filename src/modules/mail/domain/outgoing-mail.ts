/** A mail to be sent: which one to whom, and nothing of what it says. */
export interface NewMail {
  /** Names the template. */
  readonly kind: string;
  readonly recipient: string;
  /** Whose mail it is, where that is known: it goes when the account goes. */
  readonly userId: string | null;
}

export interface QueuedMail extends NewMail {
  /** Grows with time; also in the Message-ID. */
  readonly id: string;
  readonly createdAt: Date;
}

/** A mail that this process alone may send until its lease runs out. */
export interface ClaimedMail extends QueuedMail {
  /** Counts this one too. */
  readonly attempts: number;
  /** Since the first attempt. */
  readonly secondsTrying: number;
}

/** What a mail says. The layout, the text form and the HTML form are made of it. */
export interface MailContent {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do; the address lies below the hub's own. */
  readonly action?: { readonly label: string; readonly url: string };
}

/** Says what mails of a kind say, at the moment they are sent: rows hold neither text nor secrets. */
export interface MailTemplate {
  /** Undefined where there is nothing to send any more. Called again for each attempt. */
  compose(mail: QueuedMail): Promise<MailContent | undefined>;
}

/** How a mail ended. */
export type MailOutcome = 'delivered' | 'dropped' | 'abandoned';
