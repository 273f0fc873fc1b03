import { createHash, createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../common/time/clock';
import { RuntimeConfig } from '../../../../config';
import { UnitOfWork } from '../../../../infra/database';
import { KeyRing } from '../../../../infra/encryption';
import { OutgoingMails } from '../../../mail';
import { UsersService } from '../../../users';
import { invalidMailedLink } from '../../domain/auth.errors';
import { LINK_MINUTES, type LinkPurpose, type MailedLink } from '../../domain/mailed-link';
import { MailedLinksRepository } from '../../persistence/mailed-links.repository';
import { AccountMail } from './account-mails.service';

const MAILS_WITH_LINKS = [AccountMail.VerifyEmail, AccountMail.ResetPassword];

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/**
 * Links that are good once. The token is made from the mail's id and a key when the mail is put together, and only its hash
 * is stored: neither the rows of mails nor those of links let anybody in, and a second try of a mail carries the same link.
 */
@Injectable()
export class MailedLinks {
  constructor(
    private readonly links: MailedLinksRepository,
    private readonly mails: OutgoingMails,
    private readonly users: UsersService,
    private readonly keys: KeyRing,
    private readonly runtime: RuntimeConfig,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * The address for this mail; undefined when the link was used already, a newer mail has replaced it, or the password or the
   * address was changed since the mail was asked for.
   */
  issue(link: MailedLink): Promise<string | undefined> {
    return this.unitOfWork.run(async () => {
      // The person first, as every change of credentials: what is void by one shows afterwards, and links come one by one.
      if (!(await this.links.holdAddressee(link)) || !(await this.mails.isWaiting(link.id))) return undefined;
      const now = this.clock.now();
      const expiresAt = new Date(now.getTime() + LINK_MINUTES[link.purpose] * 60_000);
      const known = await this.links.findById(link.id);
      if (known?.usedAt || (!known && (await this.links.isOutdated(link)))) return undefined;
      const key = known ? this.keys.find('mailed-links', known.keyId) : this.keys.current('mailed-links');
      if (!key) return undefined;
      const token = createHmac('sha256', key.bytes).update(`${link.purpose}:${link.id}`).digest('base64url');
      if (known) await this.links.extend(link.id, expiresAt);
      else {
        const fresh = { ...link, keyId: key.id, tokenHash: hashOf(token), createdAt: now, expiresAt, usedAt: null };
        await this.links.insert(fresh);
      }
      return `${this.runtime.publicUrl.replace(/\/+$/, '')}/account/${link.purpose}#token=${token}`;
    });
  }

  /** What a token stands for, without using it up. @throws DomainError `validation-failed` */
  async read(purpose: LinkPurpose, token: string): Promise<MailedLink> {
    const link = await this.links.findGood(purpose, hashOf(token), this.clock.now());
    if (!link) throw invalidMailedLink();
    return link;
  }

  /** Uses the link up, in the open transaction; of many at once only one gets through. @throws DomainError `validation-failed` */
  async use({ id }: MailedLink): Promise<void> {
    if (!(await this.links.use(id, this.clock.now()))) throw invalidMailedLink();
  }

  /**
   * After a change of address or password, links that were asked for before are good for nothing: neither those that were
   * mailed nor those that will have been made when their mails are sent. In the transaction that holds the person.
   */
  async void(userId: string): Promise<void> {
    await this.links.void(userId, this.clock.now());
    const { email } = await this.users.get(userId);
    await this.mails.drop(email, MAILS_WITH_LINKS);
  }
}
