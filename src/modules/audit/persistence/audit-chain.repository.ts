import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { UnitOfWork } from '../../../infra/database';
import { type ChainedEvent, type ChainHead, GENESIS } from '../domain/audit-chain';
import { AuditChainEntity } from './audit-chain.entity';
import { AuditEventEntity } from './audit-event.entity';

const ONLY_ROW = { id: 1 };

/** The chain of events, oldest first. */
@Injectable()
export class AuditChainRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The last link, held until the open transaction ends: everybody else who writes to the log waits here. */
  async hold(): Promise<ChainHead> {
    return this.heads.findOneOrFail({ where: ONLY_ROW, lock: { mode: 'pessimistic_write' } });
  }

  async append(event: ChainedEvent): Promise<void> {
    await this.unitOfWork.manager.getRepository(AuditEventEntity).insert(event);
    await this.heads.update(ONLY_ROW, { sequence: event.sequence, hash: event.hash });
  }

  /** The last link, and the sequence number of the last event: at one instant they are the same. */
  async readEnd(): Promise<{ readonly head: ChainHead; readonly lastSequence: number }> {
    const rows: { sequence: string | null; hash: Buffer | null; lastSequence: string | null }[] =
      await this.unitOfWork.manager.query(
        `SELECT head.sequence, head.hash, events.last AS "lastSequence"
           FROM (SELECT max(sequence) AS last FROM audit_events) events LEFT JOIN audit_chain head ON head.id = 1`,
      );
    const [end] = rows;
    const head = end?.hash ? { sequence: Number(end.sequence), hash: end.hash } : GENESIS;
    return { head, lastSequence: Number(end?.lastSequence ?? 0) };
  }

  /** Up to `limit` events with a sequence number above `after` and not above `upTo`. */
  readOn(after: number, upTo: number, limit: number): Promise<readonly ChainedEvent[]> {
    return this.unitOfWork.manager
      .getRepository(AuditEventEntity)
      .createQueryBuilder('event')
      .where('event.sequence > :after AND event.sequence <= :upTo', { after, upTo })
      .orderBy('event.sequence')
      .take(limit)
      .getMany();
  }

  private get heads(): Repository<AuditChainEntity> {
    return this.unitOfWork.manager.getRepository(AuditChainEntity);
  }
}
