import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Failed sign-ins in a row, by account and origin. Keys are pseudonyms: an address that nobody has leaves none behind either. */
@Entity('sign_in_failures')
export class SignInFailureEntity {
  @PrimaryColumn('text', { name: 'account_key', primaryKeyConstraintName: 'sign_in_failures_pkey' })
  accountKey: string;

  /** Pseudonym of an address that the account is known to be used from; empty for all other addresses together. */
  @PrimaryColumn('text', { name: 'origin_key', primaryKeyConstraintName: 'sign_in_failures_pkey' })
  originKey: string;

  @Column('integer')
  failures: number;

  @Column('timestamptz', { name: 'last_failed_at' })
  lastFailedAt: Date;

  @Column('timestamptz', { name: 'locked_until', nullable: true })
  lockedUntil: Date | null;
}
