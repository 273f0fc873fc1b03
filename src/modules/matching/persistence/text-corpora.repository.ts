import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../infra/database';
import type { CorpusStatistics } from '../engine/text/corpus';

export interface CorpusHead {
  readonly version: number;
  readonly documents: number;
  readonly averageLength: number;
}

const KEPT_VERSIONS = 2;

/** Award notices repeat a title, and many notices have no text: counting them would make every common word look rare. */
const TELLS_WHAT_IS_WANTED = `notice_type NOT IN ('a', 'u') AND description <> ''`;

@Injectable()
export class TextCorporaRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async findLatest(): Promise<CorpusHead | undefined> {
    const [head]: CorpusHead[] = await this.unitOfWork.manager.query(
      `SELECT version, documents, average_length AS "averageLength" FROM text_corpora ORDER BY version DESC LIMIT 1`,
    );
    return head;
  }

  /** Words that only one opportunity uses are not kept: their frequency counts as none, which is the same to the score. */
  async load({ version, documents, averageLength }: CorpusHead): Promise<CorpusStatistics> {
    const rows: { lexeme: string; frequency: number }[] = await this.unitOfWork.manager.query(
      `SELECT lexeme, document_frequency AS frequency FROM text_corpus_terms WHERE corpus_version = $1`,
      [version],
    );
    return {
      documents,
      averageLength,
      documentFrequency: new Map(rows.map(({ lexeme, frequency }) => [lexeme, frequency])),
    };
  }

  async countDocuments(): Promise<number> {
    const [row]: { documents: number }[] = await this.unitOfWork.manager.query(
      `SELECT count(*)::integer AS documents FROM opportunities WHERE ${TELLS_WHAT_IS_WANTED}`,
    );
    return row?.documents ?? 0;
  }

  /** Counts all words anew as the next version, in the open transaction; nothing while somebody else does. */
  async buildAlone(now: Date): Promise<CorpusHead | undefined> {
    const [lock]: { alone: boolean }[] = await this.unitOfWork.manager.query(
      `SELECT pg_try_advisory_xact_lock(hashtextextended('text-corpus', 0)) AS alone`,
    );
    if (!lock?.alone) return undefined;
    await this.unitOfWork.manager.query(
      `WITH words AS MATERIALIZED (SELECT word, ndoc, nentry FROM ts_stat($query$
              SELECT search_vector FROM opportunities WHERE ${TELLS_WHAT_IS_WANTED}$query$, 'ad')),
            corpus AS (
              INSERT INTO text_corpora (version, documents, average_length, built_at)
              SELECT coalesce((SELECT max(version) FROM text_corpora), 0) + 1, counted.documents,
                     coalesce((SELECT sum(nentry) FROM words) / nullif(counted.documents, 0)::double precision, 0), $1
                FROM (SELECT count(*)::integer AS documents FROM opportunities WHERE ${TELLS_WHAT_IS_WANTED}) counted
              RETURNING version)
       INSERT INTO text_corpus_terms (corpus_version, lexeme, document_frequency)
       SELECT corpus.version, words.word, words.ndoc FROM words, corpus WHERE words.ndoc > 1`,
      [now],
    );
    await this.unitOfWork.manager.query(
      `DELETE FROM text_corpora WHERE version <= (SELECT max(version) FROM text_corpora) - $1`,
      [KEPT_VERSIONS],
    );
    return this.findLatest();
  }
}
