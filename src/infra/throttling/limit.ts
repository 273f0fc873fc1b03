import { ThrottledError } from './throttled-error';

/** So many within so many seconds, which begin with the first one. */
export interface Limit {
  readonly limit: number;
  readonly seconds: number;
}

/** What a window holds so far. */
export interface Count {
  readonly consumedPoints: number;
  readonly msBeforeNext: number;
}

/** @throws ThrottledError when this one is more than the limit */
export const refuseBeyond = (throttle: string, limit: number, { consumedPoints, msBeforeNext }: Count): void => {
  if (consumedPoints <= limit) return;
  throw new ThrottledError(throttle, Math.max(1, Math.ceil(msBeforeNext / 1_000)), consumedPoints === limit + 1);
};
