import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../infra/database';
import type { Notice, NoticeContact } from '../domain/notice';
import { type ContentRow, contentColumns, selectContent, toContent, toContentRow } from './content.row';
import { rowSet, rowsToJson } from './row-set.sql';

/** The current revision of a publication, without its content. */
export interface CurrentNotice {
  readonly id: string;
  readonly opportunityId: string;
  readonly source: Notice['source'];
  readonly sourceNoticeId: string;
  readonly revision: number;
  readonly contentHash: string;
}

export interface NewRevision extends Omit<CurrentNotice, 'source' | 'sourceNoticeId'> {
  readonly notice: Notice;
}

interface NoticeRow extends ContentRow {
  readonly opportunity_id: string;
  readonly source_notice_id: string;
  readonly contacts: readonly NoticeContact[];
}

const revisionColumns = {
  id: 'uuid',
  opportunity_id: 'uuid',
  source_notice_id: 'text',
  revision: 'integer',
  content_hash: 'text',
  ...contentColumns,
  contacts: 'jsonb',
};
const revisionColumnNames = Object.keys(revisionColumns).join(', ');

/**
 * Look-ups are lateral with `offset 0`: one index access for each wanted row, whatever the planner believes about a table
 * that is just being filled (it took to reading the whole of it for every batch).
 */
@Injectable()
export class NoticesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Those of the given publications that are known already. */
  async findCurrent(notices: readonly Pick<Notice, 'source' | 'sourceNoticeId'>[]): Promise<readonly CurrentNotice[]> {
    return this.unitOfWork.manager.query(
      `select n.id, n.opportunity_id as "opportunityId", n.source, n.source_notice_id as "sourceNoticeId", n.revision,
              n.content_hash as "contentHash"
         from unnest($1::text[], $2::text[]) as given(source, source_notice_id)
        cross join lateral (
          select * from notices
           where source = given.source and source_notice_id = given.source_notice_id and superseded_at is null
          offset 0) as n`,
      [notices.map(({ source }) => source), notices.map(({ sourceNoticeId }) => sourceNoticeId)],
    );
  }

  /** The texts of these revisions, by id. */
  async findDescriptions(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: readonly { readonly id: string; readonly description: string }[] = await this.unitOfWork.manager.query(
      'select id, description from notices where id = any($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, description }) => [id, description]));
  }

  /** All current notices of each of the given opportunities. */
  async findCurrentOf(opportunityIds: readonly string[]): Promise<ReadonlyMap<string, readonly Notice[]>> {
    if (opportunityIds.length === 0) return new Map();
    const rows: readonly NoticeRow[] = await this.unitOfWork.manager.query(
      `select n.opportunity_id, n.source_notice_id, n.contacts, ${selectContent('n')}
         from unnest($1::uuid[]) as given(opportunity_id)
        cross join lateral (
          select * from notices where opportunity_id = given.opportunity_id and superseded_at is null offset 0) as n`,
      [opportunityIds],
    );
    const found = new Map<string, Notice[]>();
    for (const row of rows) {
      const notices = found.get(row.opportunity_id);
      if (notices) notices.push(toNotice(row));
      else found.set(row.opportunity_id, [toNotice(row)]);
    }
    return found;
  }

  async supersede(ids: readonly string[], at: Date): Promise<void> {
    if (ids.length === 0) return;
    await this.unitOfWork.manager.query(
      'update notices set superseded_at = $2 where id = any($1::uuid[]) and superseded_at is null',
      [ids, at],
    );
  }

  async insert(revisions: readonly NewRevision[], at: Date): Promise<void> {
    if (revisions.length === 0) return;
    await this.unitOfWork.manager.query(
      `insert into notices (${revisionColumnNames}, recorded_at)
       select ${revisionColumnNames}, $2 from ${rowSet('$1', 'given', revisionColumns)}`,
      [rowsToJson(revisions.map(toRevisionRow)), at],
    );
  }
}

const toRevisionRow = ({ notice, ...revision }: NewRevision): object => ({
  id: revision.id,
  opportunity_id: revision.opportunityId,
  source_notice_id: notice.sourceNoticeId,
  revision: revision.revision,
  content_hash: revision.contentHash,
  ...toContentRow(notice),
  contacts: notice.contacts,
});

const toNotice = (row: NoticeRow): Notice => ({
  ...toContent(row),
  sourceNoticeId: row.source_notice_id,
  contacts: row.contacts,
});
