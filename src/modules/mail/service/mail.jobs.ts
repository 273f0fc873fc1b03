import { defineJob } from '../../../infra/queue';

/** A mail was put into the outgoing ones. */
export const deliverMailJob = defineJob<{ readonly mailId: string }>('mail.deliver');
