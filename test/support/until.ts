import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until there is an answer, for as long as the deadline allows; an error counts as no answer yet. */
export async function until<T>(what: string, probe: () => T | Promise<T>, seconds = 60): Promise<NonNullable<T>> {
  const end = performance.now() + seconds * 1_000;
  for (let last: unknown; ;) {
    try {
      const answer = await probe();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) throw new Error(`Not within ${seconds} s: ${what} (${String(last)})`);
    await pause(20);
  }
}
