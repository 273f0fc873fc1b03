import { SetMetadata, type Type } from '@nestjs/common';
import type { JobHandler, JobKind } from './job';

export const HANDLED_JOB = 'hub:handled-job';

/** Marks the one class that does the jobs of this kind; its `handle` must take this kind's payload. */
export const HandlesJob =
  <Payload extends object>(kind: JobKind<Payload>) =>
  (target: Type<JobHandler<Payload>>): void => {
    SetMetadata(HANDLED_JOB, kind.name)(target);
  };
