import { Injectable } from '@nestjs/common';
import { In, type Repository } from 'typeorm';
import { UnitOfWork } from '../../../infra/database';
import { AuditPersonKeyEntity } from './audit-person-key.entity';

/** Keys of the personal parts of events. Written only by whoever holds the chain, so two never make a key for one person. */
@Injectable()
export class AuditPersonKeysRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The key of each of these people: null where it was destroyed, none where there never was one. */
  async find(personIds: readonly string[]): Promise<ReadonlyMap<string, Buffer | null>> {
    const rows = await this.keys.findBy({ personId: In([...personIds]) });
    return new Map(rows.map(({ personId, key }) => [personId, key]));
  }

  async insert(personId: string, key: Buffer): Promise<void> {
    await this.keys.insert({ personId, key });
  }

  async destroy(personId: string): Promise<void> {
    await this.keys.upsert({ personId, key: null }, ['personId']);
  }

  private get keys(): Repository<AuditPersonKeyEntity> {
    return this.unitOfWork.manager.getRepository(AuditPersonKeyEntity);
  }
}
