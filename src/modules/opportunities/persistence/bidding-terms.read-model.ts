import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../infra/database';
import type { BiddingTerms } from '../domain/bidding-terms';
import type { ContentRow } from './content.row';
import { IS_PUBLIC, isBiddableSql, statusSql } from './opportunity-status.sql';

type TermsRow = Pick<
  ContentRow,
  | 'source'
  | 'notice_type'
  | 'set_aside'
  | 'naics_code'
  | 'psc_code'
  | 'department'
  | 'sub_tier'
  | 'office'
  | 'office_code'
  | 'response_due_at'
  | 'response_due_zone'
  | 'response_due_date_only'
> & {
  readonly id: string;
  readonly location_state: string | null;
  readonly status: BiddingTerms['status'];
};

const selectTerms = (now: string): string => `
  select o.id, o.source, o.notice_type, o.set_aside, o.naics_code, o.psc_code, o.department, o.sub_tier, o.office,
         o.office_code, o.location_state, o.response_due_at, o.response_due_zone, o.response_due_date_only,
         ${statusSql(now)} as status
    from opportunities o`;

/** Reads the few columns that decide who may bid: no texts, no words. */
@Injectable()
export class BiddingTermsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Undefined where there is none that the public may see. */
  async findPublic(id: string, now: Date): Promise<BiddingTerms | undefined> {
    const [row]: readonly TermsRow[] = await this.unitOfWork.manager.query(
      `${selectTerms('$2')} where o.id = $1 and ${IS_PUBLIC}`,
      [id, now],
    );
    return row && toTerms(row);
  }

  /** What an offer may be made on at `now`, in the order of the ids. */
  async findBiddableAfter(id: string, limit: number, now: Date): Promise<readonly BiddingTerms[]> {
    const rows: readonly TermsRow[] = await this.unitOfWork.manager.query(
      `${selectTerms('$3')} where o.id > $1 and ${isBiddableSql('$3')} order by o.id limit $2`,
      [id, limit, now],
    );
    return rows.map(toTerms);
  }
}

const toTerms = (row: TermsRow): BiddingTerms => ({
  id: row.id,
  source: row.source,
  noticeType: row.notice_type,
  setAside: row.set_aside,
  naicsCode: row.naics_code,
  pscCode: row.psc_code,
  buyer: { department: row.department, subTier: row.sub_tier, office: row.office, officeCode: row.office_code },
  location: { state: row.location_state },
  responseDeadline: toDeadline(row),
  status: row.status,
});

function toDeadline(row: TermsRow): BiddingTerms['responseDeadline'] {
  const { response_due_at: at, response_due_zone: zone, response_due_date_only: dateOnly } = row;
  return at && zone !== null && dateOnly !== null ? { at, zone, dateOnly } : null;
}
