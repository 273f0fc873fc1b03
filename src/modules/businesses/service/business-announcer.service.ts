import { Injectable } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import { UnitOfWork } from '../../../infra/database';
import {
  BUSINESS_CHANGED,
  BUSINESS_IDENTITY_CHANGED,
  BUSINESS_MATCH_DATA_CHANGED,
  type BusinessChanged,
  type BusinessIdentityChanged,
  type BusinessMatchDataChanged,
} from '../domain/business.events';

/** Tells whoever listens what became of a profile. */
@Injectable()
export class BusinessAnnouncer {
  constructor(
    private readonly events: EventEmitter2,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** After the commit of the open transaction. @param matchRevision where the change can alter a match */
  changed(businessId: string, matchRevision?: number): void {
    this.unitOfWork.afterCommit(async () => {
      const changed: BusinessChanged = { businessId };
      await this.events.emitAsync(BUSINESS_CHANGED, changed);
      if (matchRevision === undefined) return;
      const matched: BusinessMatchDataChanged = { businessId, matchRevision };
      this.events.emit(BUSINESS_MATCH_DATA_CHANGED, matched);
    });
  }

  /**
   * The same of many at once, whose matches are left to the sweep, which finds them by their rows: so many jobs would hold
   * up all others.
   */
  changedMany(businessIds: readonly string[]): void {
    if (businessIds.length === 0) return;
    this.unitOfWork.afterCommit(async () => {
      const changes = businessIds.map((businessId): BusinessChanged => ({ businessId }));
      await Promise.all(changes.map((changed) => this.events.emitAsync(BUSINESS_CHANGED, changed)));
    });
  }

  /** Inside the open transaction. */
  async identityChanged(businessId: string): Promise<void> {
    const event: BusinessIdentityChanged = { businessId };
    await this.events.emitAsync(BUSINESS_IDENTITY_CHANGED, event);
  }
}
