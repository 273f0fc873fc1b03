/** A kind of background work. `Payload` holds ids only: what the ids mean is read from the database when the job runs. */
export interface JobKind<Payload extends object> {
  /** `<queue>.<verb-noun>`; the part before the dot names the Bull queue. */
  readonly name: string;
  /** Ties the payload's type to the kind; never present at run time. */
  readonly payload?: Payload;
}

const kinds = new Map<string, JobKind<object>>();

/** Declares a kind of job. Boot of a worker fails unless each declared kind has exactly one handler. */
export const defineJob = <Payload extends object>(name: `${string}.${string}`): JobKind<Payload> => {
  const kind: JobKind<Payload> = { name };
  kinds.set(name, kind);
  return kind;
};

export const definedJobs = (): readonly string[] => [...kinds.keys()];

export const queueNameOf = (jobName: string): string => jobName.slice(0, jobName.indexOf('.'));

/** The Bull queues that the declared kinds live in. */
export const queueNames = (): readonly string[] => [...new Set(definedJobs().map(queueNameOf))];

export interface JobContext {
  /** Aborted when the job has run for 25 minutes or the process is stopping: finish the present step and return. */
  readonly signal: AbortSignal;
}

export interface JobHandler<Payload extends object> {
  handle(payload: Payload, context: JobContext): Promise<void>;
}
