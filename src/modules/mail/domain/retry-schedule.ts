const LONGEST_PAUSE_SECONDS = 30;
const FIRST_HOUR_SECONDS = 60 * 60;
const LATER_PAUSE_SECONDS = 5 * 60;
const GIVE_UP_AFTER_SECONDS = 3 * 24 * 60 * 60;

export interface FailedAttempt {
  /** How many there were, this one counted. */
  readonly attempts: number;
  /** Since the first attempt. */
  readonly secondsTrying: number;
  /** Whether it says nothing about this mail: no mail gets through now. */
  readonly isOutage: boolean;
}

/**
 * Seconds until the next attempt, or undefined when it is time to give up. After an outage every mail is soon on its way,
 * however long it lasted; a mail that the server keeps putting off waits longer.
 */
export const pauseAfter = ({ attempts, secondsTrying, isOutage }: FailedAttempt): number | undefined => {
  if (secondsTrying >= GIVE_UP_AFTER_SECONDS) return undefined;
  if (!isOutage && secondsTrying >= FIRST_HOUR_SECONDS) return LATER_PAUSE_SECONDS;
  return Math.min(2 ** attempts, LONGEST_PAUSE_SECONDS);
};
