import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../infra/database';
import type { MatchedRevision } from '../domain/matching-question';
import type { OpportunityState } from '../domain/opportunity-state';
import type { Sibling } from '../domain/place-notices';
import { comparableNumber } from '../domain/procurement-key';
import { contentColumns, toContentRow } from './content.row';
import { rowSet, rowsToJson } from './row-set.sql';
import { searchVector } from './search-vector.sql';

export interface NewOpportunity extends OpportunityState {
  readonly procurementKey: string;
  readonly siblingNumber: number;
}

interface StoredRow {
  readonly id: string;
  readonly procurement_key: string;
  readonly sibling_number: number;
  readonly award_number: string | null;
}

interface UpdatedRow {
  readonly id: string;
  readonly has_grown: boolean;
}

const stateColumns = {
  id: 'uuid',
  ...contentColumns,
  solicitation_key: 'text',
  county_fips: 'text',
  location_basis: 'text',
  location_state: 'text',
  location_county_fips: 'text',
  published_at: 'timestamptz',
  awarded_at: 'timestamptz',
  notice_count: 'integer',
};
const newColumns = { ...stateColumns, procurement_key: 'text', sibling_number: 'integer' };
const newColumnNames = Object.keys(newColumns).join(', ');

const searchedColumns = ['title', 'description', 'solicitation_number', 'department', 'sub_tier', 'office'];

/** Changes of these can change a match. What is left out: links, identifiers and words about a deadline or an award. */
const matchedColumns = [
  ...['title', 'description', 'notice_type', 'set_aside', 'naics_code', 'psc_code'],
  ...['department', 'sub_tier', 'office', 'office_code', 'response_due_at', 'archive_on', 'awarded_at'],
  ...['response_due_zone', 'response_due_date_only'],
  ...['place_city', 'place_state', 'place_zip', 'place_country', 'county_fips'],
  ...['office_city', 'office_state', 'office_zip', 'office_country', 'location_county_fips'],
];

/** `(o.title, o.office) is distinct from (given.title, given.office)` */
const isChanged = (columns: readonly string[]): string =>
  `(${columns.map((name) => `o.${name}`).join(', ')}) is distinct from (${columns.map((name) => `given.${name}`).join(', ')})`;

@Injectable()
export class OpportunitiesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Waits until no other transaction works on these procurements, and keeps others waiting until this one ends. Sorted, so
   * that two batches never wait for each other.
   */
  async lockProcurements(keys: readonly string[]): Promise<void> {
    await this.unitOfWork.manager.query(
      `select pg_advisory_xact_lock(number)
         from (select distinct hashtextextended(key, 0) as number from unnest($1::text[]) as key order by number) as keys`,
      [keys],
    );
  }

  /**
   * All opportunities of these procurements, and those with these ids, locked in the order of their ids. Lateral for the
   * same reason as in `NoticesRepository`.
   */
  async findForUpdate(keys: readonly string[], ids: readonly string[]): Promise<readonly Sibling[]> {
    const rows: readonly StoredRow[] = await this.unitOfWork.manager.query(
      `with wanted as materialized (
         select sibling.id
           from unnest($1::text[]) as key
          cross join lateral (select id from opportunities where procurement_key = key offset 0) as sibling
          union select unnest($2::uuid[]))
       select o.*
         from (select id from wanted order by id) as sorted
        cross join lateral (
          select id, procurement_key, sibling_number, award_number
            from opportunities where id = sorted.id for no key update) as o`,
      [keys, ids],
    );
    return rows.map((row) => ({
      opportunityId: row.id,
      procurementKey: row.procurement_key,
      siblingNumber: row.sibling_number,
      awardNumber: comparableNumber(row.award_number),
    }));
  }

  async insert(opportunities: readonly NewOpportunity[], at: Date): Promise<void> {
    if (opportunities.length === 0) return;
    const rows = opportunities.map((opportunity) => ({
      ...toStateRow(opportunity),
      procurement_key: opportunity.procurementKey,
      sibling_number: opportunity.siblingNumber,
    }));
    await this.unitOfWork.manager.query(
      `insert into opportunities (${newColumnNames}, search_vector, created_at, updated_at)
       select ${newColumnNames}, ${searchVector('given')}, $2, $2
         from ${rowSet('$1', 'given', newColumns)}`,
      [rowsToJson(rows), at],
    );
  }

  /** Stores the states; answers the ids of those whose match revision grew, because something changed that can alter a match. */
  async update(states: readonly OpportunityState[], at: Date): Promise<readonly string[]> {
    if (states.length === 0) return [];
    const assignments = Object.keys(stateColumns)
      .filter((name) => name !== 'id')
      .map((name) => `${name} = given.${name}`);
    const [rows]: [readonly UpdatedRow[], number] = await this.unitOfWork.manager.query(
      `update opportunities o
          set ${assignments.join(', ')},
              search_vector = case when ${isChanged(searchedColumns)} then ${searchVector('given')} else o.search_vector end,
              match_revision = o.match_revision + case when ${isChanged(matchedColumns)} then 1 else 0 end,
              version = o.version + 1,
              updated_at = $2
         from ${rowSet('$1', 'given', stateColumns)} join opportunities before on before.id = given.id
        where o.id = given.id
      returning o.id, o.match_revision <> before.match_revision as has_grown`,
      [rowsToJson(states.map(toStateRow)), at],
    );
    return rows.filter(({ has_grown }) => has_grown).map(({ id }) => id);
  }

  async markMatched(revisions: readonly MatchedRevision[]): Promise<void> {
    if (revisions.length === 0) return;
    await this.unitOfWork.manager.query(
      `update opportunities o
          set matched_revision = given.match_revision
         from unnest($1::uuid[], $2::bigint[]) as given(id, match_revision)
        where o.id = given.id and o.matched_revision < given.match_revision`,
      [revisions.map(({ opportunityId }) => opportunityId), revisions.map(({ matchRevision }) => matchRevision)],
    );
  }
}

const toStateRow = ({ id, folded, countyFips, location }: OpportunityState): object => ({
  id,
  ...toContentRow({ ...folded, type: folded.noticeType }),
  solicitation_key: comparableNumber(folded.solicitationNumber),
  county_fips: countyFips,
  location_basis: location.basis,
  location_state: location.state,
  location_county_fips: location.countyFips,
  published_at: folded.publishedAt,
  awarded_at: folded.awardedAt,
  notice_count: folded.noticeCount,
});
