import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { UnitOfWork } from '../../../infra/database';
import { type ChainedEvent, type GuardedHead, GENESIS } from '../domain/audit-chain';
import { AuditChainEntity } from './audit-chain.entity';
import { AuditEventEntity } from './audit-event.entity';

const ONLY_ROW = { id: 1 };

interface EndRow {
  readonly sequence: string | null;
  readonly hash: Buffer | null;
  readonly keyId: string | null;
  readonly mac: Buffer | null;
  readonly lastSequence: string | null;
}

/** The chain of events, oldest first. */
@Injectable()
export class AuditChainRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The last link, held until the open transaction ends: everybody else who writes to the log waits here. */
  async hold(): Promise<GuardedHead> {
    return this.heads.findOneOrFail({ where: ONLY_ROW, lock: { mode: 'pessimistic_write' } });
  }

  /** @param mac of the new head; undefined: what is there stays */
  async append(event: ChainedEvent, mac: Buffer | undefined): Promise<void> {
    await this.events.insert(event);
    const { sequence, hash, keyId } = event;
    await this.heads.update(ONLY_ROW, { sequence, hash, ...(mac && { keyId, mac }) });
  }

  find(sequence: number): Promise<ChainedEvent | null> {
    return this.events.findOneBy({ sequence });
  }

  /** The last link, and the sequence number of the last event: at one instant they are the same. */
  async readEnd(): Promise<{ readonly head: GuardedHead; readonly lastSequence: number }> {
    const rows: EndRow[] = await this.unitOfWork.manager.query(
      `SELECT head.sequence, head.hash, head.key_id AS "keyId", head.mac, events.last AS "lastSequence"
         FROM (SELECT max(sequence) AS last FROM audit_events) events LEFT JOIN audit_chain head ON head.id = 1`,
    );
    const [end] = rows;
    const [keyId, mac] = [end?.keyId ?? null, end?.mac ?? null];
    const link = end?.hash ? { sequence: Number(end.sequence), hash: end.hash } : GENESIS;
    return { head: { ...link, keyId, mac }, lastSequence: Number(end?.lastSequence ?? 0) };
  }

  /** Up to `limit` events with a sequence number above `after` and not above `upTo`. */
  readOn(after: number, upTo: number, limit: number): Promise<readonly ChainedEvent[]> {
    return this.events
      .createQueryBuilder('event')
      .where('event.sequence > :after AND event.sequence <= :upTo', { after, upTo })
      .orderBy('event.sequence')
      .take(limit)
      .getMany();
  }

  private get events(): Repository<AuditEventEntity> {
    return this.unitOfWork.manager.getRepository(AuditEventEntity);
  }

  private get heads(): Repository<AuditChainEntity> {
    return this.unitOfWork.manager.getRepository(AuditChainEntity);
  }
}
