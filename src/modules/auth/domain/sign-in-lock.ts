/** Consecutive failures after which an account is locked, and again after each further ten. */
export const FAILURES_UNTIL_LOCK = 10;

/** After a day without a failure the count begins anew. */
export const FORGET_FAILURES_AFTER_HOURS = 24;

const FIRST_LOCK_MINUTES = 15;
const LONGEST_LOCK_MINUTES = 24 * 60;

/**
 * For how many minutes this many consecutive failures lock: 15, then twice as long each time, at most a day, so that nobody
 * can lock somebody out for ever and nobody gets near the hundred failures that NIST SP 800-63B section 3.2.2 allows.
 * 0: not at all.
 */
export const lockMinutesAfter = (failures: number): number => {
  if (failures < FAILURES_UNTIL_LOCK || failures % FAILURES_UNTIL_LOCK !== 0) return 0;
  return Math.min(FIRST_LOCK_MINUTES * 2 ** (failures / FAILURES_UNTIL_LOCK - 1), LONGEST_LOCK_MINUTES);
};
