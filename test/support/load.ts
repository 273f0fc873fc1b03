import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from './visitor';

/** Between two requests of one client, in milliseconds. */
const THINKING_MS = 20;

/** Clients that ask again and again until they are stopped, and remember every answer. */
export class Load {
  readonly answers: Answer[] = [];
  /** Requests that got no answer, by what became of them. */
  readonly failures: string[] = [];
  private isOver = false;
  private readonly clients: Promise<void>[];

  constructor(requests: readonly (() => Promise<Answer>)[]) {
    this.clients = requests.map((request) => this.repeat(request));
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.clients);
  }

  get slowest(): number {
    return Math.max(0, ...this.answers.map(({ milliseconds }) => milliseconds));
  }

  /** How many answers there were of each status. */
  get statuses(): Record<number, number> {
    const counts: Record<number, number> = {};
    for (const { status } of this.answers) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  }

  private async repeat(request: () => Promise<Answer>): Promise<void> {
    while (!this.isOver) {
      try {
        this.answers.push(await request());
      } catch (error) {
        this.failures.push(String(typeof error === 'object' && error && 'cause' in error ? error.cause : error));
      }
      await pause(THINKING_MS);
    }
  }
}
