import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Matches, how far matching is, and what words are worth. */
export class CreateMatchingTables1790000000600 implements MigrationInterface {
  name = 'CreateMatchingTables1790000000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE text_corpora (
        version integer NOT NULL,
        documents integer NOT NULL,
        average_length double precision NOT NULL,
        built_at timestamptz NOT NULL,
        CONSTRAINT text_corpora_pkey PRIMARY KEY (version)
      )`);
    await runner.query(`
      CREATE TABLE text_corpus_terms (
        corpus_version integer NOT NULL,
        lexeme text NOT NULL,
        document_frequency integer NOT NULL,
        CONSTRAINT text_corpus_terms_pkey PRIMARY KEY (corpus_version, lexeme),
        CONSTRAINT text_corpus_terms_corpus_fkey
          FOREIGN KEY (corpus_version) REFERENCES text_corpora (version) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE match_states (
        business_id uuid NOT NULL,
        matched_revision integer NOT NULL,
        model_version text NOT NULL,
        matched_at timestamptz NOT NULL,
        CONSTRAINT match_states_pkey PRIMARY KEY (business_id),
        CONSTRAINT match_states_business_fkey FOREIGN KEY (business_id) REFERENCES businesses (id) ON DELETE CASCADE
      )`);
    await runner.query(`CREATE INDEX match_states_matched_at_idx ON match_states (matched_at)`);
    await runner.query(`
      CREATE TABLE matches (
        business_id uuid NOT NULL,
        opportunity_id uuid NOT NULL,
        score numeric(4,1) NOT NULL,
        confidence numeric(3,2) NOT NULL,
        eligibility text NOT NULL,
        gates jsonb NOT NULL,
        components jsonb NOT NULL,
        model_version text NOT NULL,
        matched_at timestamptz NOT NULL,
        CONSTRAINT matches_pkey PRIMARY KEY (business_id, opportunity_id),
        CONSTRAINT matches_eligibility_check CHECK (eligibility IN ('eligible', 'unknown')),
        CONSTRAINT matches_score_check CHECK (score >= 0 AND score <= 100),
        CONSTRAINT matches_business_fkey FOREIGN KEY (business_id) REFERENCES businesses (id) ON DELETE CASCADE,
        CONSTRAINT matches_opportunity_fkey FOREIGN KEY (opportunity_id) REFERENCES opportunities (id) ON DELETE CASCADE
      )`);
    await runner.query(`CREATE INDEX matches_score_idx ON matches (business_id, score)`);
    await runner.query(`CREATE INDEX matches_opportunity_idx ON matches (opportunity_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE matches`);
    await runner.query(`DROP TABLE match_states`);
    await runner.query(`DROP TABLE text_corpus_terms`);
    await runner.query(`DROP TABLE text_corpora`);
  }
}
