import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../infra/database';

/** A solicitation that a contract came from, as far as it tells more than the award notice. */
export interface JoinedSolicitation {
  readonly opportunityId: string;
  readonly title: string;
  readonly description: string;
  readonly naicsCode: string | null;
  readonly pscCode: string | null;
  readonly department: string | null;
  readonly office: string | null;
}

/** The pool of an evaluation: all opportunities of the database, open or not. */
@Injectable()
export class EvaluationPoolReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The opportunity of every notice, by the id that the source gave the notice; in the order of those ids. */
  async opportunitiesByNotice(): Promise<ReadonlyMap<string, string>> {
    const rows: { source_notice_id: string; opportunity_id: string }[] = await this.unitOfWork.manager.query(
      `SELECT source_notice_id, opportunity_id FROM notices
        WHERE superseded_at IS NULL ORDER BY source_notice_id COLLATE "C"`,
    );
    return new Map(rows.map(({ source_notice_id, opportunity_id }) => [source_notice_id, opportunity_id]));
  }

  /** By the number as given; several opportunities of one number are all its. */
  async findBySolicitationNumbers(
    numbers: readonly string[],
  ): Promise<ReadonlyMap<string, readonly JoinedSolicitation[]>> {
    const rows: (JoinedSolicitation & { readonly number: string })[] = await this.unitOfWork.manager.query(
      `SELECT given.number, opportunity.id AS "opportunityId", opportunity.title, opportunity.description,
              opportunity.naics_code AS "naicsCode", opportunity.psc_code AS "pscCode", opportunity.department,
              opportunity.office
         FROM (SELECT DISTINCT number FROM unnest($1::text[]) AS number) given
         JOIN opportunities opportunity
           ON opportunity.solicitation_key = regexp_replace(upper(given.number), '[^A-Z0-9]', '', 'g')
        ORDER BY given.number, opportunity.id`,
      [numbers],
    );
    const found = new Map<string, JoinedSolicitation[]>();
    for (const { number, ...solicitation } of rows) {
      found.set(number, [...(found.get(number) ?? []), solicitation]);
    }
    return found;
  }
}
