import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, LessThan, MoreThanOrEqual, Raw } from 'typeorm';
import { UnitOfWork } from '../../../infra/database';
import type { ChainedEvent } from '../domain/audit-chain';
import type { AuditFilter, AuditSlice } from '../domain/audit-search';
import { AuditEventEntity } from './audit-event.entity';

type Conditions = FindOptionsWhere<AuditEventEntity>;

/** Events as they are stored, newest first. */
@Injectable()
export class AuditEventsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async find(filter: AuditFilter, { limit, offset, before }: AuditSlice): Promise<readonly ChainedEvent[]> {
    const older: Conditions = before === undefined ? {} : { sequence: LessThan(before) };
    return this.events.find({
      where: { ...conditionsOf(filter), ...older },
      order: { sequence: 'DESC' },
      take: limit,
      skip: offset,
    });
  }

  count(filter: AuditFilter): Promise<number> {
    return this.events.countBy(conditionsOf(filter));
  }

  private get events() {
    return this.unitOfWork.manager.getRepository(AuditEventEntity);
  }
}

/** Only what is given becomes a condition. */
const conditionsOf = ({ from, to, ...equal }: AuditFilter): Conditions => ({
  ...Object.fromEntries(Object.entries(equal).filter(([, value]) => value !== undefined)),
  ...occurredBetween(from, to),
});

const occurredBetween = (from: Date | undefined, to: Date | undefined): Conditions => {
  if (from && to) {
    return { occurredAt: Raw((column) => `${column} >= :from AND ${column} < :to`, { from, to }) };
  }
  if (from) return { occurredAt: MoreThanOrEqual(from) };
  return to ? { occurredAt: LessThan(to) } : {};
};
