import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChainHead } from '../domain/audit-chain';
import { sequenceNumber } from './sequence-number';

/** One row: the last link of the chain. Whoever appends holds it, and a last event that was taken away is missed. */
@Entity('audit_chain')
@Check('audit_chain_single_check', 'id = 1')
export class AuditChainEntity implements ChainHead {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'audit_chain_pkey' })
  id: number;

  @Column('bigint', { transformer: sequenceNumber })
  sequence: number;

  @Column('bytea')
  hash: Buffer;
}
