import { Column } from 'typeorm';
import { type NoticeSource, type NoticeType } from '../domain/notice';

/** The columns that a notice and the opportunity folded from notices have in common. */
export abstract class ContentColumns {
  @Column({ type: 'text' })
  source: NoticeSource;

  @Column({ name: 'solicitation_number', type: 'text', nullable: true })
  solicitationNumber: string | null;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  description: string;

  @Column({ name: 'notice_type', type: 'text' })
  noticeType: NoticeType;

  @Column({ name: 'base_type', type: 'text', nullable: true })
  baseType: NoticeType | null;

  @Column({ name: 'set_aside', type: 'text', nullable: true })
  setAside: string | null;

  @Column({ name: 'naics_code', type: 'text', nullable: true })
  naicsCode: string | null;

  @Column({ name: 'psc_code', type: 'text', nullable: true })
  pscCode: string | null;

  @Column({ type: 'text', nullable: true })
  department: string | null;

  @Column({ name: 'sub_tier', type: 'text', nullable: true })
  subTier: string | null;

  @Column({ type: 'text', nullable: true })
  office: string | null;

  @Column({ name: 'office_code', type: 'text', nullable: true })
  officeCode: string | null;

  @Column({ name: 'place_city', type: 'text', nullable: true })
  placeCity: string | null;

  @Column({ name: 'place_state', type: 'text', nullable: true })
  placeState: string | null;

  @Column({ name: 'place_zip', type: 'text', nullable: true })
  placeZip: string | null;

  @Column({ name: 'place_country', type: 'text', nullable: true })
  placeCountry: string | null;

  @Column({ name: 'office_city', type: 'text', nullable: true })
  officeCity: string | null;

  @Column({ name: 'office_state', type: 'text', nullable: true })
  officeState: string | null;

  @Column({ name: 'office_zip', type: 'text', nullable: true })
  officeZip: string | null;

  @Column({ name: 'office_country', type: 'text', nullable: true })
  officeCountry: string | null;

  @Column({ name: 'posted_at', type: 'timestamptz' })
  postedAt: Date;

  @Column({ name: 'response_due_at', type: 'timestamptz', nullable: true })
  responseDueAt: Date | null;

  @Column({ name: 'response_due_zone', type: 'text', nullable: true })
  responseDueZone: string | null;

  @Column({ name: 'response_due_text', type: 'text', nullable: true })
  responseDueText: string | null;

  @Column({ name: 'response_due_date_only', type: 'boolean', nullable: true })
  responseDueDateOnly: boolean | null;

  @Column({ name: 'archive_on', type: 'date', nullable: true })
  archiveOn: string | null;

  @Column({ name: 'award_number', type: 'text', nullable: true })
  awardNumber: string | null;

  @Column({ name: 'award_date', type: 'date', nullable: true })
  awardDate: string | null;

  @Column({ name: 'award_amount_usd', type: 'numeric', nullable: true })
  awardAmountUsd: string | null;

  @Column({ type: 'text', nullable: true })
  awardee: string | null;

  @Column({ name: 'source_url', type: 'text', nullable: true })
  sourceUrl: string | null;
}
