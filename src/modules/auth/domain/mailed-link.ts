/** What a link in a mail may be used for, once. */
export type LinkPurpose = 'verify-email' | 'reset-password';

/** Minutes for which a link is good. */
export const LINK_MINUTES: Readonly<Record<LinkPurpose, number>> = { 'verify-email': 24 * 60, 'reset-password': 30 };

export interface MailedLink {
  /** The id of the mail that carries it. */
  readonly id: string;
  readonly userId: string;
  readonly purpose: LinkPurpose;
  /** The address that the mail went to: the link is void when the account has another one by then. */
  readonly email: string;
}
