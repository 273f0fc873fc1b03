/** A sign-in on one device, as its owner sees it. */
export interface SessionSummary {
  readonly id: string;
  readonly device: string;
  /** IP address of the last sign-in or refresh. */
  readonly address: string;
  readonly createdAt: Date;
  /** Last sign-in or refresh: use in between is not recorded. */
  readonly refreshedAt: Date;
  readonly expiresAt: Date;
}

/** Whether somebody sat at the keyboard with the password a moment ago, so that asking for it again would prove nothing new. */
export const isFreshSession = (createdAt: Date, now: Date): boolean =>
  now.getTime() - createdAt.getTime() <= FRESH_MINUTES * 60_000;

const FRESH_MINUTES = 5;
