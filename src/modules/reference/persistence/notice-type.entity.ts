import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  NoticeAction,
  NoticeTypeCode,
  NoticeTypeFact,
  OcdsReleaseTag,
  OcdsTenderStatus,
} from '../domain/notice-type';

@Entity('notice_types')
@Check('notice_types_action_check', `action IN ('apply', 'respond', 'watch', 'learn', 'exclude')`)
export class NoticeTypeEntity implements NoticeTypeFact {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'notice_types_pkey' })
  code: NoticeTypeCode;

  @Column({ type: 'text' })
  name: string;

  @Column({ name: 'sam_label', type: 'text' })
  samLabel: string;

  @Column({ type: 'boolean' })
  biddable: boolean;

  @Column({ type: 'text' })
  action: NoticeAction;

  @Column({ name: 'ocds_tender_status', type: 'text', nullable: true })
  ocdsTenderStatus: OcdsTenderStatus | null;

  @Column({ name: 'ocds_release_tag', type: 'text', nullable: true })
  ocdsReleaseTag: OcdsReleaseTag | null;

  @Column({ type: 'text' })
  source: string;

  @Column({ name: 'as_of', type: 'date' })
  asOf: string;
}
