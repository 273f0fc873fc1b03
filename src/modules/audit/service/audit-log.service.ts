import { Injectable, Logger } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../../common/time/clock';
import { UnitOfWork } from '../../../infra/database';
import { type Key, KeyRing } from '../../../infra/encryption';
import type { SecurityEvents } from '../../../infra/http';
import { currentRequestContext, currentRequestOrigin } from '../../../infra/logging';
import { type ChainedEvent, type ChainHead, hashOf, macOf } from '../domain/audit-chain';
import type { NewAuditEvent, NotedEvent } from '../domain/audit-event';
import { noteEvent, personOfChanges, personOfOrigin } from '../domain/note-event';
import { AuditChainRepository } from '../persistence/audit-chain.repository';
import { HeadGuard } from './head-guard.service';
import { PersonalParts } from './personal-parts.service';

/** The log of security events: append-only, each event chained to the one before. */
@Injectable()
export class AuditLog implements SecurityEvents {
  private readonly logger = new Logger('audit');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly chain: AuditChainRepository,
    private readonly headGuard: HeadGuard,
    private readonly parts: PersonalParts,
    private readonly keyRing: KeyRing,
    private readonly clock: Clock,
  ) {}

  /**
   * Appends the event at the end of the open transaction, and never when that is rolled back; without a transaction at
   * once, in one of its own. A failure to append rolls back what the event is about.
   */
  async record(event: NewAuditEvent): Promise<void> {
    const context = currentRequestContext();
    const noted = noteEvent(event, {
      occurredAt: this.clock.now(),
      userId: context?.userId ?? null,
      requestId: context?.requestId ?? null,
      origin: currentRequestOrigin() ?? null,
    });
    await this.unitOfWork.beforeCommit(() => this.append(noted));
  }

  /**
   * Erases a person at the end of the open transaction: what is personal in their events, past ones and later ones, is
   * unreadable for ever. The chain covers the sealed form and still holds.
   */
  async forget(userId: string): Promise<void> {
    await this.unitOfWork.beforeCommit(async () => {
      await this.chain.hold();
      await this.parts.destroyKey(userId);
    });
  }

  /** A head that somebody else moved gets no MAC again: what is written later must not hide what was cut off. */
  private async append(noted: NotedEvent): Promise<void> {
    const head = await this.chain.hold();
    const key = this.keyRing.current('audit-chain');
    const event = await this.chainTo(head, noted, key);
    await this.chain.append(event, (await this.headGuard.isGenuine(head)) ? macOf(event, key.bytes) : undefined);
    this.unitOfWork.afterCommit(() => this.log(event));
  }

  private async chainTo(head: ChainHead, { origin, changes, ...noted }: NotedEvent, key: Key): Promise<ChainedEvent> {
    const id = uuid();
    const sealedOrigin = await this.parts.seal(personOfOrigin(noted), origin, id);
    const sealedChanges = await this.parts.seal(personOfChanges(noted), changes, id);
    const unsigned = {
      ...noted,
      sequence: head.sequence + 1,
      id,
      originPersonId: sealedOrigin.personId,
      origin: sealedOrigin.bytes,
      changesPersonId: sealedChanges.personId,
      changes: sealedChanges.bytes,
      keyId: key.id,
      previousHash: head.hash,
    };
    return { ...unsigned, hash: hashOf(unsigned, key.bytes) };
  }

  /** Nothing personal. Sequence and hash are an anchor outside of the database: a chain that was cut disagrees with it. */
  private log({ sequence, hash, action, outcome, actorId, subjectType, subjectId }: ChainedEvent): void {
    const event = { sequence, hash: hash.toString('hex'), action, outcome, actorId, subjectType, subjectId };
    this.logger.log(`${action}: ${outcome}`, event);
  }
}
