import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LinkPurpose, MailedLink } from '../domain/mailed-link';

@Entity('mailed_links')
@Check('mailed_links_purpose_check', `purpose IN ('verify-email', 'reset-password')`)
export class MailedLinkEntity implements MailedLink {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mailed_links_pkey' })
  id: string;

  @ForeignKey('UserEntity', { name: 'mailed_links_user_fkey', onDelete: 'CASCADE' })
  @Index('mailed_links_user_idx')
  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('text')
  purpose: LinkPurpose;

  @Column('text')
  email: string;

  /** Key of the ring that the token is made with. */
  @Column('text', { name: 'key_id' })
  keyId: string;

  /** SHA-256 of the token; the token itself is only in the mail. */
  @Index('mailed_links_token_key', { unique: true })
  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** When it was used, or made void by a newer one. */
  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
