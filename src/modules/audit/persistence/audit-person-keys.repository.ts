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

  /** People for whom something was sealed, whose key is gone, and whose account no event says was deleted. */
  async findLost(): Promise<readonly string[]> {
    const rows: { readonly id: string }[] = await this.unitOfWork.manager.query(
      `SELECT DISTINCT person.id
         FROM audit_events event
        CROSS JOIN LATERAL (VALUES (event.origin_person_id), (event.changes_person_id)) person (id)
         LEFT JOIN audit_person_keys held ON held.person_id = person.id
        WHERE person.id IS NOT NULL AND held.key IS NULL
          AND NOT EXISTS (SELECT FROM audit_events deleted
                           WHERE deleted.action = 'account.deleted' AND deleted.subject_id = person.id::text)
        ORDER BY person.id`,
    );
    return rows.map(({ id }) => id);
  }

  private get keys(): Repository<AuditPersonKeyEntity> {
    return this.unitOfWork.manager.getRepository(AuditPersonKeyEntity);
  }
}
