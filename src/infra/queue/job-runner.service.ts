import { randomUUID } from 'node:crypto';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { Job } from 'bull';
import { QueueConfig } from '../../config';
import { type RequestContext, runInRequestContext } from '../logging';
import { HANDLED_JOB } from './handles-job.decorator';
import { definedJobs, type JobHandler, queueNameOf, queueNames } from './job';
import { JobQueues } from './job-queues.service';
import { ASK_TO_STOP_AFTER_MS } from './queue-options';

const GRACE_BEFORE_ABORT_MS = 12_000;
const LONGEST_STOP_MS = 20_000;

/** Gives the jobs of all queues to their handlers. Only workers have one. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(JobRunner.name);
  private readonly running = new Map<Promise<void>, AbortController>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly queues: JobQueues,
    private readonly config: QueueConfig,
  ) {}

  onApplicationBootstrap(): void {
    const handlers = this.findHandlers();
    for (const [name, handler] of handlers) {
      this.queues
        .queue(queueNameOf(name))
        .process(name, this.config.concurrency, (job: Job<object>) => this.run(job, handler))
        .catch((error: Error) => this.logger.error(`Jobs of ${name} are no longer taken: ${error.message}`));
    }
  }

  /** Takes no new job, lets the running ones finish, asks them to hand back what is left, and does not wait for ever. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const name of queueNames()) {
      void this.queues
        .queue(name)
        .pause(true, true)
        .catch(() => undefined);
    }
    const abort = setTimeout(() => this.running.forEach((controller) => controller.abort()), GRACE_BEFORE_ABORT_MS);
    let giveUp: NodeJS.Timeout | undefined;
    const deadline = new Promise<void>((resolve) => {
      giveUp = setTimeout(resolve, LONGEST_STOP_MS);
    });
    await Promise.race([Promise.allSettled(this.running.keys()), deadline]);
    clearTimeout(abort);
    clearTimeout(giveUp);
  }

  private run(job: Job<object>, handler: JobHandler<object>): Promise<void> {
    const controller = new AbortController();
    const askToStop = setTimeout(() => controller.abort(), ASK_TO_STOP_AFTER_MS);
    const work = runInRequestContext(contextOf(job), async () => {
      const startedAt = process.hrtime.bigint();
      try {
        await handler.handle(job.data, { signal: controller.signal });
        const milliseconds = Number((process.hrtime.bigint() - startedAt) / 1_000_000n);
        this.logger.log('job done', { job: job.name, jobId: job.id, milliseconds });
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        this.logger.error('job failed', { job: job.name, jobId: job.id, attempt: job.attemptsMade + 1, reason });
        throw error;
      } finally {
        clearTimeout(askToStop);
      }
    });
    this.running.set(work, controller);
    const forget = (): boolean => this.running.delete(work);
    work.then(forget, forget);
    return work;
  }

  private findHandlers(): ReadonlyMap<string, JobHandler<object>> {
    const handlers = new Map<string, JobHandler<object>>();
    for (const { metatype, instance } of this.discovery.getProviders()) {
      const name = metatype ? this.reflector.get<string | undefined>(HANDLED_JOB, metatype) : undefined;
      if (name === undefined) continue;
      if (handlers.has(name)) throw new Error(`The job ${name} has more than one handler.`);
      if (!isJobHandler(instance)) throw new Error(`The handler of ${name} has no method handle.`);
      handlers.set(name, instance);
    }
    const orphan = definedJobs().find((name) => !handlers.has(name));
    if (orphan) throw new Error(`The job ${orphan} has no handler.`);
    return handlers;
  }
}

/** What the log lines of a job carry. */
const contextOf = ({ data }: Job<object>): RequestContext => {
  const requestId = `job-${randomUUID()}`;
  return 'businessId' in data && typeof data.businessId === 'string'
    ? { requestId, businessId: data.businessId }
    : { requestId };
};

const isJobHandler = (instance: unknown): instance is JobHandler<object> =>
  typeof instance === 'object' && instance !== null && 'handle' in instance && typeof instance.handle === 'function';
