import { earlierHashOf, GENESIS } from '../../src/modules/audit/domain/audit-chain';
import { AuditEventEntity } from '../../src/modules/audit/persistence/audit-event.entity';
import type { AuditContext } from './audit-context';

/** Makes the events those of a hub that knew no MAC of the head. */
export const asWrittenBeforeMacs = async (hub: AuditContext): Promise<void> => {
  const key = hub.keyRing.current('audit-chain').bytes;
  const events = await hub.unitOfWork.manager.getRepository(AuditEventEntity).find({ order: { sequence: 'ASC' } });
  let { hash: previousHash } = GENESIS;
  for (const event of events) {
    const hash = earlierHashOf({ ...event, previousHash }, key);
    const sql = 'UPDATE audit_events SET previous_hash = $1, hash = $2 WHERE sequence = $3';
    await hub.asOwner(sql, [previousHash, hash, event.sequence]);
    previousHash = hash;
  }
  await hub.asOwner('UPDATE audit_chain SET hash = $1, key_id = NULL, mac = NULL', [previousHash]);
};
