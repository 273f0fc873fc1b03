import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LocationBasis } from '../domain/opportunity';
import { ContentColumns } from './content.columns';

/** The folded state of the notices of one procurement and contract. */
@Entity('opportunities')
@Index('opportunities_sibling_key', ['procurementKey', 'siblingNumber'], { unique: true })
@Index('opportunities_naics_code_idx', ['naicsCode'])
@Index('opportunities_psc_code_idx', ['pscCode'])
@Index('opportunities_posted_at_idx', ['postedAt', 'id'])
@Index('opportunities_response_due_at_idx', ['responseDueAt', 'id'])
@Check('opportunities_source_check', `source in ('sam', 'utah', 'hub')`)
@Check('opportunities_notice_type_check', `notice_type in ('o', 'k', 'p', 'r', 's', 'i', 'a', 'u', 'g')`)
@Check('opportunities_location_basis_check', `location_basis in ('place', 'office')`)
@Check(
  'opportunities_response_due_check',
  'num_nulls(response_due_at, response_due_zone, response_due_text, response_due_date_only) in (0, 4)',
)
@Check('opportunities_matched_revision_check', 'matched_revision <= match_revision')
export class OpportunityEntity extends ContentColumns {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'opportunities_pkey' })
  @Index('opportunities_to_match_idx', { where: 'matched_revision <> match_revision' })
  id: string;

  /** `procurementKey` of the notice that started the procurement. */
  @Column({ name: 'procurement_key', type: 'text' })
  procurementKey: string;

  /** 0 is the lead; the others hold the further contracts of the same solicitation. */
  @Column({ name: 'sibling_number', type: 'integer' })
  siblingNumber: number;

  /** `comparableNumber` of the solicitation number. */
  @Column({ name: 'solicitation_key', type: 'text', nullable: true })
  @Index('opportunities_solicitation_key_idx')
  solicitationKey: string | null;

  @Column({ name: 'county_fips', type: 'text', nullable: true })
  countyFips: string | null;

  @Column({ name: 'location_basis', type: 'text', nullable: true })
  locationBasis: LocationBasis | null;

  @Column({ name: 'location_state', type: 'text', nullable: true })
  @Index('opportunities_location_state_idx')
  locationState: string | null;

  @Column({ name: 'location_county_fips', type: 'text', nullable: true })
  @Index('opportunities_location_county_fips_idx')
  locationCountyFips: string | null;

  @Column({ name: 'published_at', type: 'timestamptz', nullable: true })
  publishedAt: Date | null;

  @Column({ name: 'cancelled_at', type: 'timestamptz', nullable: true })
  cancelledAt: Date | null;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt: Date | null;

  @Column({ name: 'awarded_at', type: 'timestamptz', nullable: true })
  awardedAt: Date | null;

  @Column({ name: 'notice_count', type: 'integer' })
  noticeCount: number;

  @Column({ name: 'match_revision', type: 'bigint', default: 1 })
  matchRevision: string;

  /** The `match_revision` that was matched last; matching alone writes it. */
  @Column({ name: 'matched_revision', type: 'bigint', default: 0 })
  matchedRevision: string;

  @Column({ type: 'integer', default: 1 })
  version: number;

  /** Made by the statements that write the texts, once for each change of them: it costs more than all other columns. */
  @Column({ name: 'search_vector', type: 'tsvector', select: false })
  @Index('opportunities_search_vector_idx', { type: 'gin' })
  searchVector: string;

  /** The user who entered it; null for notices that were read from a source. */
  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  createdBy: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
