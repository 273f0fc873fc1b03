import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../../common/time/clock';
import { UnitOfWork } from '../../../infra/database';
import { JobQueues } from '../../../infra/queue';
import type { NewMail } from '../domain/outgoing-mail';
import { OutgoingMailsRepository } from '../persistence/outgoing-mails.repository';
import { deliverMailJob } from './mail.jobs';

/** Where mails wait. Whoever puts one in never waits for the mail server. */
@Injectable()
export class OutgoingMails {
  constructor(
    private readonly mails: OutgoingMailsRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly queues: JobQueues,
    private readonly clock: Clock,
  ) {}

  /** Puts a mail in with the open transaction, or at once without one: it is sent if and only if that commits. Answers its id. */
  async enqueue(mail: NewMail): Promise<string> {
    const id = uuid();
    await this.mails.insert({ ...mail, id, createdAt: this.clock.now() });
    this.unitOfWork.afterCommit(async () => {
      await this.queues.announce(deliverMailJob, { mailId: id }, id);
    });
    return id;
  }

  /** Whether this mail is still to be sent. */
  isWaiting(id: string): Promise<boolean> {
    return this.mails.isOpen(id);
  }

  /** Mails of these kinds to this address that wait now are not sent any more; those that are just being sent may be. */
  async drop(recipient: string, kinds: readonly string[]): Promise<void> {
    await this.mails.drop(recipient, kinds);
  }

  /** Forgets the mails to an address that its person has given up; notices that name the person stay. */
  async forgetAddress(address: string): Promise<void> {
    await this.mails.deleteUnnamed(address);
  }

  /** Forgets every mail of a person, sent or not: by the account, and by the addresses for mails that name none. */
  async erase(userId: string, addresses: readonly string[]): Promise<void> {
    await this.mails.deleteOf(userId, addresses);
  }
}
