import type { Opportunity } from '../domain/opportunity';
import type { OpportunitySummary } from '../domain/opportunity-search';
import { type ContentRow, contentColumns, selectColumns, toSummaryContent } from './content.row';

/** An opportunity without its long text, as `selectOpportunity` reads it. */
export interface OpportunityRow extends Omit<ContentRow, 'description'> {
  readonly id: string;
  readonly county_fips: string | null;
  readonly location_basis: Opportunity['location']['basis'];
  readonly location_state: string | null;
  readonly location_county_fips: string | null;
  readonly published_at: Date | null;
  readonly cancelled_at: Date | null;
  readonly withdrawn_at: Date | null;
  readonly awarded_at: Date | null;
  readonly notice_count: number;
  readonly match_revision: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

const { description: _longText, ...shortContentColumns } = contentColumns;

const opportunityColumns: Readonly<Record<keyof OpportunityRow, string>> = {
  ...shortContentColumns,
  id: 'uuid',
  county_fips: 'text',
  location_basis: 'text',
  location_state: 'text',
  location_county_fips: 'text',
  published_at: 'timestamptz',
  cancelled_at: 'timestamptz',
  withdrawn_at: 'timestamptz',
  awarded_at: 'timestamptz',
  notice_count: 'integer',
  match_revision: 'bigint',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
};

export const selectOpportunity = (table: string): string => selectColumns(table, opportunityColumns);

export function toSummary(row: OpportunityRow): OpportunitySummary {
  const { type, award, ...content } = toSummaryContent(row);
  const nothingKnown = { number: null, date: null, amountUsd: null, awardee: null };
  return {
    ...content,
    id: row.id,
    noticeType: type,
    countyFips: row.county_fips,
    location: { basis: row.location_basis, state: row.location_state, countyFips: row.location_county_fips },
    publishedAt: row.published_at,
    cancelledAt: row.cancelled_at,
    withdrawnAt: row.withdrawn_at,
    awardedAt: row.awarded_at,
    award: row.awarded_at ? (award ?? nothingKnown) : null,
    noticeCount: row.notice_count,
    matchRevision: row.match_revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
