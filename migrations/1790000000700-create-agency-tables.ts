import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agencies, the officials who work for them, and the version of an account for `If-Match`. */
export class CreateAgencyTables1790000000700 implements MigrationInterface {
  name = 'CreateAgencyTables1790000000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE agencies (
        id uuid NOT NULL,
        name text NOT NULL,
        level text NOT NULL,
        department text,
        sub_tier text,
        office_code text,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT agencies_pkey PRIMARY KEY (id),
        CONSTRAINT agencies_level_check CHECK (level IN ('federal', 'state', 'county', 'city', 'district', 'education', 'tribal')),
        CONSTRAINT agencies_narrowing_check CHECK (department IS NOT NULL OR (sub_tier IS NULL AND office_code IS NULL))
      )`);
    await runner.query(`CREATE UNIQUE INDEX agencies_name_key ON agencies (lower(name))`);
    await runner.query(`
      ALTER TABLE users
        ADD COLUMN agency_id uuid,
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD CONSTRAINT users_agency_fkey FOREIGN KEY (agency_id) REFERENCES agencies (id) ON DELETE RESTRICT`);
    await runner.query(`CREATE INDEX users_agency_idx ON users (agency_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE users DROP COLUMN agency_id, DROP COLUMN version`);
    await runner.query(`DROP TABLE agencies`);
  }
}
