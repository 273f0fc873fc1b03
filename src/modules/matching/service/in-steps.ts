import { setImmediate } from 'node:timers/promises';

/** Does work step by step and lets the process do other things in between: requests go on being answered. */
export async function inSteps<Result>(work: Iterator<void, Result>): Promise<Result> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}
