import { Presets, SingleBar } from 'cli-progress';

const PLAIN_LINE_EVERY_MS = 5_000;

export interface Progress {
  /** @param done how much of `total` is behind us @param note what to show beside it */
  update(done: number, total: number, note: string): void;
  end(): void;
}

/** A bar with rate and remaining time in a terminal, a plain line now and then elsewhere. Always on stderr. */
export const showProgress = (what: string): Progress => (process.stderr.isTTY ? bar(what) : lines(what));

const bar = (what: string): Progress => {
  const single = new SingleBar(
    { format: `${what} {bar} {percentage} % | {note} | {eta_formatted} left`, stream: process.stderr, etaBuffer: 50 },
    Presets.shades_classic,
  );
  let started = false;
  return {
    update(done, total, note) {
      if (!started) single.start(total, 0, { note });
      started = true;
      single.update(done, { note });
    },
    end() {
      if (started) single.stop();
    },
  };
};

const lines = (what: string): Progress => {
  let quietUntil = 0;
  return {
    update(done, total, note) {
      const now = performance.now();
      if (now < quietUntil) return;
      quietUntil = now + PLAIN_LINE_EVERY_MS;
      process.stderr.write(`${what}: ${Math.floor((100 * done) / Math.max(total, 1))} % (${note})\n`);
    },
    end: () => undefined,
  };
};
