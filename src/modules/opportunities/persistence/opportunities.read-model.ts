import { Injectable } from '@nestjs/common';
import { SqlConditions, UnitOfWork } from '../../../infra/database';
import type { NoticeContact } from '../domain/notice';
import type { MatchingQuestion } from '../domain/matching-question';
import type {
  MatchableOpportunity,
  NoticeSummary,
  OpportunityDetail,
  OpportunityFilter,
  OpportunitySlice,
  OpportunitySort,
  OpportunitySummaries,
  OpportunitySummary,
  SortOrder,
} from '../domain/opportunity-search';
import { addOpportunityFilter, searchQuery } from './opportunity-filter.sql';
import { type OpportunityRow, selectOpportunity, toSummary } from './opportunity.row';
import { IS_PUBLIC, isOpenSql } from './opportunity-status.sql';

const MOST_NOTICES_IN_HISTORY = 100;

interface DetailRow extends OpportunityRow {
  readonly description: string;
}

interface NoticeRow extends NoticeSummary {
  readonly contacts: readonly NoticeContact[];
}

const orders: Readonly<Record<SortOrder, string>> = { asc: 'asc', desc: 'desc' };

const sortKeys: Readonly<Record<OpportunitySort, (q: string) => string>> = {
  relevance: (q) => `ts_rank(o.search_vector, ${searchQuery(q)})`,
  dueAt: () => 'o.response_due_at',
  postedAt: () => 'o.posted_at',
};

@Injectable()
export class OpportunitiesReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Opportunities without a deadline come last in both orders of `dueAt`; equal ones are ordered by id. */
  async search(filter: OpportunityFilter, slice: OpportunitySlice, now: Date): Promise<OpportunitySummaries> {
    const conditions = new SqlConditions();
    addOpportunityFilter(filter, now, conditions);
    const total = await this.count(conditions);
    if (total <= slice.offset) return { items: [], total };
    const key = sortKeys[slice.sort](slice.sort === 'relevance' ? conditions.parameter(filter.q ?? '') : '');
    const order = orders[slice.order];
    const rows: readonly OpportunityRow[] = await this.unitOfWork.manager.query(
      `select ${selectOpportunity('o')}
         from opportunities o
        where ${conditions.toString()}
        order by ${key} ${order} nulls last, o.id ${order}
        limit ${conditions.parameter(slice.limit)} offset ${conditions.parameter(slice.offset)}`,
      conditions.values,
    );
    return { items: rows.map(toSummary), total };
  }

  /** Undefined where there is none that the public may see. */
  async findPublic(id: string): Promise<OpportunityDetail | undefined> {
    const [row]: readonly DetailRow[] = await this.unitOfWork.manager.query(
      `select ${selectOpportunity('o')}, o.description from opportunities o where o.id = $1 and ${IS_PUBLIC}`,
      [id],
    );
    return row && { ...toSummary(row), description: row.description, ...(await this.history(id)) };
  }

  /** Those of these that the public may see, in no particular order. */
  async findPublicByIds(ids: readonly string[]): Promise<readonly OpportunitySummary[]> {
    const rows: readonly OpportunityRow[] = await this.unitOfWork.manager.query(
      `select ${selectOpportunity('o')} from opportunities o where o.id = any($1::uuid[]) and ${IS_PUBLIC}`,
      [ids],
    );
    return rows.map(toSummary);
  }

  async findForMatching(question: MatchingQuestion): Promise<readonly MatchableOpportunity[]> {
    const conditions = new SqlConditions();
    conditions.addIfGiven(question.ids, (ids) => `o.id = any(${ids}::uuid[])`);
    conditions.addIfGiven(question.afterId, (id) => `o.id > ${id}`);
    if (question.onlyUnmatched) conditions.add('o.matched_revision <> o.match_revision');
    if (question.onlyOpen) conditions.add(isOpenSql(conditions.parameter(question.now)));
    const rows: readonly (OpportunityRow & { readonly search_vector: string })[] = await this.unitOfWork.manager.query(
      `select ${selectOpportunity('o')}, o.search_vector::text as search_vector
         from opportunities o
        where ${conditions.toString()}
        order by o.id
        limit ${conditions.parameter(question.limit)}`,
      conditions.values,
    );
    return rows.map((row) => ({ ...toSummary(row), searchVector: row.search_vector }));
  }

  private async count(conditions: SqlConditions): Promise<number> {
    const [row]: readonly { readonly total: number }[] = await this.unitOfWork.manager.query(
      `select count(*)::float8 as total from opportunities o where ${conditions.toString()}`,
      conditions.values,
    );
    return row?.total ?? 0;
  }

  private async history(id: string): Promise<Pick<OpportunityDetail, 'notices' | 'contacts'>> {
    const rows: readonly NoticeRow[] = await this.unitOfWork.manager.query(
      `select n.source_notice_id as "sourceNoticeId", n.notice_type as type, n.title, n.posted_at as "postedAt",
              n.source_url as "sourceUrl", n.contacts
         from notices n
        where n.opportunity_id = $1 and n.superseded_at is null
        order by n.posted_at desc, n.source_notice_id desc
        limit ${MOST_NOTICES_IN_HISTORY}`,
      [id],
    );
    const contacts = rows.find((row) => row.contacts.length > 0)?.contacts ?? [];
    return { notices: rows.map(({ contacts: _, ...summary }) => summary), contacts };
  }
}
