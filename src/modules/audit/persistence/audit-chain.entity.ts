import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { GuardedHead } from '../domain/audit-chain';
import { sequenceNumber } from './sequence-number';

/** One row: the last link of the chain. Whoever appends holds it, and a last event that was taken away is missed. */
@Entity('audit_chain')
@Check('audit_chain_single_check', 'id = 1')
export class AuditChainEntity implements GuardedHead {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'audit_chain_pkey' })
  id: number;

  @Column('bigint', { transformer: sequenceNumber })
  sequence: number;

  @Column('bytea')
  hash: Buffer;

  @Column('text', { name: 'key_id', nullable: true })
  keyId: string | null;

  @Column('bytea', { nullable: true })
  mac: Buffer | null;
}
