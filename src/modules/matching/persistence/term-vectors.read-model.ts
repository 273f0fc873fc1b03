import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../infra/database';

/** The words of a text as PostgreSQL's English configuration makes them: the same that search and notices go by. */
@Injectable()
export class TermVectorsReadModel {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** `tsvector` texts, one per given text in the same order. */
  async of(texts: readonly string[]): Promise<readonly string[]> {
    if (texts.length === 0) return [];
    const rows: { vector: string }[] = await this.unitOfWork.manager.query(
      `SELECT to_tsvector('english', given.body)::text AS vector
         FROM unnest($1::text[]) WITH ORDINALITY AS given (body, position) ORDER BY given.position`,
      [texts],
    );
    return rows.map(({ vector }) => vector);
  }
}
