import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler } from '../../../infra/queue';
import { deliverMailJob } from '../service/mail.jobs';
import { MailDelivery } from '../service/mail-delivery.service';

@Injectable()
@HandlesJob(deliverMailJob)
export class DeliverMailProcessor implements JobHandler<{ readonly mailId: string }> {
  constructor(private readonly delivery: MailDelivery) {}

  async handle({ mailId }: { readonly mailId: string }): Promise<void> {
    await this.delivery.deliver(mailId);
  }
}
