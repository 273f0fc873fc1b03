import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports of businesses, and what they found wrong or remarkable. */
export class CreateBusinessImportTables1790000000830 implements MigrationInterface {
  name = 'CreateBusinessImportTables1790000000830';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE business_import_runs (
        id uuid NOT NULL,
        layout text NOT NULL,
        file_name text,
        status text NOT NULL,
        rows integer NOT NULL DEFAULT 0,
        created integer NOT NULL DEFAULT 0,
        updated integer NOT NULL DEFAULT 0,
        unchanged integer NOT NULL DEFAULT 0,
        skipped integer NOT NULL DEFAULT 0,
        rejected integer NOT NULL DEFAULT 0,
        remarks integer NOT NULL DEFAULT 0,
        businesses integer,
        started_at timestamptz NOT NULL,
        finished_at timestamptz,
        error_code text,
        CONSTRAINT business_import_runs_pkey PRIMARY KEY (id),
        CONSTRAINT business_import_runs_layout_check CHECK (layout IN ('sam-entities', 'csv')),
        CONSTRAINT business_import_runs_status_check CHECK (status IN ('running', 'completed', 'failed')),
        CONSTRAINT business_import_runs_counts_check
          CHECK (rows = created + updated + unchanged + skipped + rejected)
      )`);
    await runner.query(`CREATE INDEX business_import_runs_started_idx ON business_import_runs (started_at, id)`);
    await runner.query(`
      CREATE TABLE business_import_findings (
        run_id uuid NOT NULL,
        row_number integer NOT NULL,
        position integer NOT NULL,
        kind text NOT NULL,
        code text NOT NULL,
        message text NOT NULL,
        CONSTRAINT business_import_findings_pkey PRIMARY KEY (run_id, row_number, position),
        CONSTRAINT business_import_findings_kind_check CHECK (kind IN ('rejected', 'remark')),
        CONSTRAINT business_import_findings_run_fkey
          FOREIGN KEY (run_id) REFERENCES business_import_runs (id) ON DELETE CASCADE
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE business_import_findings`);
    await runner.query(`DROP TABLE business_import_runs`);
  }
}
