import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan, type Repository } from 'typeorm';
import { UnitOfWork } from '../../../infra/database';
import type { LinkPurpose, MailedLink } from '../domain/mailed-link';
import { MailedLinkEntity } from './mailed-link.entity';

@Injectable()
export class MailedLinksRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Whether this person still has this address; holds the person so until the open transaction ends. */
  async holdAddressee({ userId, email }: Pick<MailedLink, 'userId' | 'email'>): Promise<boolean> {
    const rows: unknown[] = await this.unitOfWork.manager.query(
      'SELECT 1 FROM users WHERE id = $1 AND email = $2 AND is_active FOR NO KEY UPDATE',
      [userId, email],
    );
    return rows.length > 0;
  }

  findById(id: string): Promise<MailedLinkEntity | null> {
    return this.links.findOneBy({ id });
  }

  /** A newer link makes the older ones of the same purpose void. */
  async insert(link: MailedLinkEntity): Promise<void> {
    await this.void(link.userId, link.createdAt, link.purpose);
    await this.links.insert(link);
  }

  async extend(id: string, expiresAt: Date): Promise<void> {
    await this.links.update({ id, usedAt: IsNull() }, { expiresAt });
  }

  findGood(purpose: LinkPurpose, tokenHash: string, now: Date): Promise<MailedLink | null> {
    return this.links.findOneBy({ purpose, tokenHash, usedAt: IsNull(), expiresAt: MoreThan(now) });
  }

  /** Of many at once exactly one gets true. */
  async use(id: string, now: Date): Promise<boolean> {
    const { affected } = await this.links.update({ id, usedAt: IsNull(), expiresAt: MoreThan(now) }, { usedAt: now });
    return affected === 1;
  }

  /** Links of this purpose, or all, of a person are good for nothing any more. */
  async void(userId: string, now: Date, purpose?: LinkPurpose): Promise<void> {
    await this.links.update({ userId, usedAt: IsNull(), ...(purpose ? { purpose } : {}) }, { usedAt: now });
  }

  async deleteExpired(expiredBefore: Date): Promise<void> {
    await this.links.delete({ expiresAt: LessThan(expiredBefore) });
  }

  /** Whether a link of a later mail was made already: ids of mails grow with time. */
  async isOutdated({ id, userId, purpose }: Pick<MailedLink, 'id' | 'userId' | 'purpose'>): Promise<boolean> {
    return this.links.existsBy({ userId, purpose, id: MoreThan(id) });
  }

  private get links(): Repository<MailedLinkEntity> {
    return this.unitOfWork.manager.getRepository(MailedLinkEntity);
  }
}
