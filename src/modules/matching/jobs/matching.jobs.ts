import { defineJob } from '../../../infra/queue';

/** A profile changed. The revision is in the job's key; what to do is read from the rows. */
export const matchBusinessJob = defineJob<{ readonly businessId: string }>('matching.match-business');

/** Opportunities changed: at most 500 ids. */
export const matchOpportunitiesJob = defineJob<{ readonly opportunityIds: readonly string[] }>(
  'matching.match-opportunities',
);
