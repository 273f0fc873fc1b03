export { HandlesJob } from './handles-job.decorator';
export { defineJob, type JobContext, type JobHandler, type JobKind } from './job';
export { JobQueues } from './job-queues.service';
export { QueueModule } from './queue.module';
