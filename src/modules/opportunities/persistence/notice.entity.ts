import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { NoticeContact } from '../domain/notice';
import { ContentColumns } from './content.columns';
import { OpportunityEntity } from './opportunity.entity';

/** Every publication that was ever recorded, in every state it ever had. Rows are only added and superseded. */
@Entity('notices')
@Index('notices_revision_key', ['source', 'sourceNoticeId', 'revision'], { unique: true })
@Index('notices_current_key', ['source', 'sourceNoticeId'], { unique: true, where: 'superseded_at is null' })
@Index('notices_opportunity_id_idx', ['opportunityId', 'supersededAt'])
@Check('notices_source_check', `source in ('sam', 'utah', 'hub')`)
@Check('notices_notice_type_check', `notice_type in ('o', 'k', 'p', 'r', 's', 'i', 'a', 'u', 'g')`)
@Check('notices_revision_check', 'revision >= 1')
@Check(
  'notices_response_due_check',
  'num_nulls(response_due_at, response_due_zone, response_due_text, response_due_date_only) in (0, 4)',
)
export class NoticeEntity extends ContentColumns {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'notices_pkey' })
  id: string;

  @Column({ name: 'opportunity_id', type: 'uuid' })
  @ForeignKey(() => OpportunityEntity, { name: 'notices_opportunity_id_fkey' })
  opportunityId: string;

  @Column({ name: 'source_notice_id', type: 'text' })
  sourceNoticeId: string;

  /** Counts the states of one publication, from 1. */
  @Column({ type: 'integer' })
  revision: number;

  @Column({ name: 'content_hash', type: 'text' })
  contentHash: string;

  @Column({ type: 'jsonb' })
  contacts: NoticeContact[];

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;

  /** Null for the current revision. */
  @Column({ name: 'superseded_at', type: 'timestamptz', nullable: true })
  supersededAt: Date | null;
}
