import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What the first request with a key was answered. Written in the transaction of what that request did. */
@Entity('idempotency_keys')
@Check('idempotency_keys_status_check', 'status BETWEEN 200 AND 299')
export class IdempotencyKeyEntity {
  @ForeignKey('UserEntity', { name: 'idempotency_keys_user_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'idempotency_keys_pkey' })
  userId: string;

  /** Of the operation and the client's key: either may be longer than an index takes, and nobody has to read them. */
  @PrimaryColumn('text', { name: 'key_hash', primaryKeyConstraintName: 'idempotency_keys_pkey' })
  keyHash: string;

  @Column('text', { name: 'request_hash' })
  requestHash: string;

  @Column('integer')
  status: number;

  @Column('text', { name: 'entity_tag', nullable: true })
  entityTag: string | null;

  /** As it was sent, to the byte; null where nothing was. */
  @Column('text', { nullable: true })
  body: string | null;

  /** By the hub's clock. */
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
