import { getQueueToken } from '@nestjs/bull';
import { Injectable, Logger } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Queue } from 'bull';
import { type JobKind, queueNameOf, queueNames } from './job';

/** Part of a request that is to be answered within a second. */
const LONGEST_WAIT_MS = 500;

/** Where work is announced. An announcement is a hint that makes things fast; the sweep finds whatever none reached. */
@Injectable()
export class JobQueues {
  private readonly logger = new Logger(JobQueues.name);

  constructor(private readonly moduleRef: ModuleRef) {}

  /**
   * Announces a job within half a second, or gives up: an absent Redis never fails the caller, whose rows already say what is
   * to be done. `key` names the state that the job is about (id and revision), so the same hint twice is one job.
   */
  async announce<Payload extends object>(kind: JobKind<Payload>, payload: Payload, key: string): Promise<boolean> {
    const queue = this.queue(queueNameOf(kind.name));
    try {
      // Bull keeps an addition in memory until Redis is back, and would then announce what was done long ago.
      if (queue.client.status !== 'ready') throw new Error('Redis is not connected');
      const added = queue.add(kind.name, payload, { jobId: `${kind.name}:${key}` });
      await withDeadline(added, LONGEST_WAIT_MS);
      return true;
    } catch (error) {
      this.logger.warn(`${kind.name} could not be announced; the sweep will find it.`, {
        reason: error instanceof Error ? error.message : 'unknown',
      });
      return false;
    }
  }

  /**
   * Whether the Redis of the jobs is as jobs need it: one that evicts keys loses them in silence. Fails when it does not
   * answer. For health checks.
   */
  async isSafe(): Promise<boolean> {
    const policies = await Promise.all(queueNames().map((name) => this.evictionPolicy(name)));
    return policies.every((policy) => policy === undefined || policy === 'noeviction');
  }

  private async evictionPolicy(name: string): Promise<string | undefined> {
    const information = await withDeadline(this.queue(name).client.info('memory'), LONGEST_WAIT_MS);
    return /^maxmemory_policy:(.+?)\r?$/m.exec(information)?.[1];
  }

  queue(name: string): Queue {
    return this.moduleRef.get<Queue>(getQueueToken(name), { strict: false });
  }
}

const withDeadline = async <T>(work: Promise<T>, milliseconds: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Redis did not answer in time')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
