import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { SessionSummary } from '../domain/session';

/** One sign-in on one device: the family of all refresh tokens that follow from it. */
@Entity('sessions')
export class SessionEntity implements SessionSummary {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sessions_pkey' })
  id: string;

  @ForeignKey('UserEntity', { name: 'sessions_user_fkey', onDelete: 'CASCADE' })
  @Index('sessions_user_idx')
  @Column('uuid', { name: 'user_id' })
  userId: string;

  /** SHA-256 of the one refresh token that is good now; the token itself is never stored. */
  @Column('text', { name: 'refresh_token_hash' })
  refreshTokenHash: string;

  @Column('text', { default: '' })
  device: string;

  @Column('text', { default: '' })
  address: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** Absolute end: refreshing does not move it. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'refreshed_at' })
  refreshedAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
