import { Injectable } from '@nestjs/common';
import type { ChainedEvent } from '../domain/audit-chain';
import { type AuditEvent, isAuditChanges, isAuditOrigin } from '../domain/audit-event';
import type { AuditFilter, AuditSlice, FoundEvents } from '../domain/audit-search';
import { AuditEventsReadModel } from '../persistence/audit-events.read-model';
import { AuditLog } from './audit-log.service';
import { PersonalParts } from './personal-parts.service';

const MOST_EXPORTED = 10_000;
const STEP = 1_000;

/** What administrators read of the log of security events. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly events: AuditEventsReadModel,
    private readonly parts: PersonalParts,
    private readonly audit: AuditLog,
  ) {}

  /** Newest first. What is written meanwhile moves nothing that lies before the sequence number of the slice. */
  async search(filter: AuditFilter, slice: AuditSlice): Promise<FoundEvents> {
    const total = await this.events.count(filter);
    const found = await this.events.find(filter, { ...slice, limit: slice.limit + 1 });
    const events = await this.open(found.slice(0, slice.limit));
    return { events, total, hasMore: found.length > slice.limit };
  }

  /** The newest 10,000 of these events, newest first; recorded as an event itself. */
  async export(filter: AuditFilter): Promise<readonly AuditEvent[]> {
    const exported: AuditEvent[] = [];
    while (exported.length < MOST_EXPORTED) {
      const step = await this.events.find(filter, { limit: STEP, offset: 0, before: exported.at(-1)?.sequence });
      exported.push(...(await this.open(step)));
      if (step.length < STEP) break;
    }
    await this.audit.record({ action: 'audit-log.exported', details: { ...wordsFor(filter), rows: exported.length } });
    return exported;
  }

  private async open(events: readonly ChainedEvent[]): Promise<readonly AuditEvent[]> {
    const keys = await this.parts.findKeys(events.flatMap((event) => [event.originPersonId, event.changesPersonId]));
    return events.map(({ id, keyId: _, previousHash: _previous, hash: _hash, ...event }) => {
      const [from, changed] = [
        { personId: event.originPersonId, bytes: event.origin },
        { personId: event.changesPersonId, bytes: event.changes },
      ];
      const origin = this.parts.open(from, id, keys, isAuditOrigin);
      const changes = this.parts.open(changed, id, keys, isAuditChanges);
      const isErased = origin.isErased || changes.isErased;
      return { ...event, origin: origin.part, changes: changes.part, isErased };
    });
  }
}

const wordsFor = (filter: AuditFilter): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value instanceof Date ? value.toISOString() : String(value)]],
    ),
  );
