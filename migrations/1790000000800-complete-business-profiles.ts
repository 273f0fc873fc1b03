import type { MigrationInterface, QueryRunner } from 'typeorm';

const LIST_TABLES = [
  'business_size_records',
  'business_addresses',
  'business_licences',
  'business_cage_codes',
] as const;

const NEW_COLUMNS = [
  `origin text NOT NULL DEFAULT 'owner'`,
  `visibility text NOT NULL DEFAULT 'public'`,
  `ein_key_id text`,
  `ein_sealed bytea`,
  `ein_last_four text`,
  `sam_business_types text[] NOT NULL DEFAULT '{}'`,
  `established_on date`,
  `fiscal_year_end_month smallint NOT NULL DEFAULT 12`,
  `sam_registration jsonb`,
  `excluded boolean`,
  `excluded_stated_on date`,
  `bonding_single_usd numeric(15,2)`,
  `bonding_aggregate_usd numeric(15,2)`,
  `contract_value_min_usd numeric(15,2)`,
  `contract_value_max_usd numeric(15,2)`,
  `service_area jsonb`,
  `own_exclusions jsonb NOT NULL DEFAULT '{"naicsCodes":[],"pscCodes":[],"setAsides":[],"states":[],"agencies":[]}'`,
] as const;

/** The whole description of a small contractor: what eligibility, size and search ask about. */
export class CompleteBusinessProfiles1790000000800 implements MigrationInterface {
  name = 'CompleteBusinessProfiles1790000000800';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of NEW_COLUMNS) await runner.query(`ALTER TABLE businesses ADD COLUMN ${column}`);
    await runner.query(`
      ALTER TABLE businesses
        ADD CONSTRAINT businesses_origin_check CHECK (origin IN ('owner', 'sam-entities', 'csv')),
        ADD CONSTRAINT businesses_visibility_check CHECK (visibility IN ('public', 'private')),
        ADD CONSTRAINT businesses_fiscal_year_check CHECK (fiscal_year_end_month BETWEEN 1 AND 12)`);
    await runner.query(`CREATE INDEX businesses_uei_idx ON businesses (uei_number) WHERE uei_number IS NOT NULL`);
    await runner.query(`CREATE INDEX businesses_name_idx ON businesses (lower(company_name), id)`);
    await runner.query(`ALTER TABLE business_naics_codes ADD COLUMN version text NOT NULL DEFAULT '2022'`);
    await runner.query(`ALTER TABLE business_naics_codes ADD COLUMN sam_size text`);
    await runner.query(`
      ALTER TABLE business_naics_codes
        ADD CONSTRAINT business_naics_codes_version_check CHECK (version IN ('2017', '2022')),
        ADD CONSTRAINT business_naics_codes_sam_size_check CHECK (sam_size IN ('small', 'other-than-small', 'exception'))`);
    await runner.query(`CREATE INDEX business_naics_codes_code_idx ON business_naics_codes (code text_pattern_ops)`);
    await runner.query(`CREATE INDEX business_psc_codes_code_idx ON business_psc_codes (code text_pattern_ops)`);
    await runner.query(`CREATE INDEX business_certifications_term_idx ON business_certifications (expires_on)`);
    await runner.query(`ALTER TABLE business_certifications ADD COLUMN evidence text`);
    await runner.query(`
      ALTER TABLE business_past_performance
        ADD COLUMN contract_number text,
        ADD COLUMN started_on date,
        ADD COLUMN place_state text,
        ADD COLUMN place_zip_code text`);
    await this.createLists(runner);
  }

  private async createLists(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE business_cage_codes (
        id uuid NOT NULL,
        business_id uuid NOT NULL,
        code text NOT NULL,
        is_primary boolean NOT NULL,
        CONSTRAINT business_cage_codes_pkey PRIMARY KEY (id),
        CONSTRAINT business_cage_codes_business_fkey FOREIGN KEY (business_id) REFERENCES businesses (id) ON DELETE CASCADE
      )`);
    await runner.query(`CREATE UNIQUE INDEX business_cage_codes_code_key ON business_cage_codes (business_id, code)`);
    await runner.query(
      `CREATE UNIQUE INDEX business_cage_codes_primary_key ON business_cage_codes (business_id) WHERE is_primary`,
    );
    await runner.query(`CREATE INDEX business_cage_codes_code_idx ON business_cage_codes (code)`);
    await runner.query(`
      CREATE TABLE business_licences (
        id uuid NOT NULL,
        business_id uuid NOT NULL,
        state text NOT NULL,
        classification text NOT NULL,
        number text,
        status text NOT NULL,
        expires_on date,
        CONSTRAINT business_licences_pkey PRIMARY KEY (id),
        CONSTRAINT business_licences_status_check CHECK (status IN ('active', 'inactive', 'suspended', 'expired')),
        CONSTRAINT business_licences_business_fkey FOREIGN KEY (business_id) REFERENCES businesses (id) ON DELETE CASCADE
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX business_licences_class_key ON business_licences (business_id, state, classification)`,
    );
    await runner.query(`
      CREATE TABLE business_addresses (
        id uuid NOT NULL,
        business_id uuid NOT NULL,
        kind text NOT NULL,
        line1 text,
        line2 text,
        city text,
        state text,
        zip_code text NOT NULL,
        county text,
        county_fips text,
        latitude double precision,
        longitude double precision,
        CONSTRAINT business_addresses_pkey PRIMARY KEY (id),
        CONSTRAINT business_addresses_kind_check CHECK (kind IN ('principal', 'mailing', 'branch')),
        CONSTRAINT business_addresses_business_fkey FOREIGN KEY (business_id) REFERENCES businesses (id) ON DELETE CASCADE
      )`);
    await runner.query(`CREATE INDEX business_addresses_business_idx ON business_addresses (business_id)`);
    await runner.query(
      `CREATE UNIQUE INDEX business_addresses_principal_key ON business_addresses (business_id) WHERE kind = 'principal'`,
    );
    await runner.query(`
      CREATE TABLE business_size_records (
        id uuid NOT NULL,
        business_id uuid NOT NULL,
        measure text NOT NULL,
        period text NOT NULL,
        amount numeric(15,2) NOT NULL,
        affiliates_amount numeric(15,2),
        CONSTRAINT business_size_records_pkey PRIMARY KEY (id),
        CONSTRAINT business_size_records_measure_check CHECK (measure IN ('receipts', 'employees', 'assets')),
        CONSTRAINT business_size_records_business_fkey
          FOREIGN KEY (business_id) REFERENCES businesses (id) ON DELETE CASCADE
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX business_size_records_period_key ON business_size_records (business_id, measure, period)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of LIST_TABLES) await runner.query(`DROP TABLE ${table}`);
    await runner.query(`
      ALTER TABLE business_past_performance
        DROP COLUMN contract_number, DROP COLUMN started_on, DROP COLUMN place_state, DROP COLUMN place_zip_code`);
    await runner.query(`ALTER TABLE business_certifications DROP COLUMN evidence`);
    await runner.query(`DROP INDEX business_certifications_term_idx`);
    await runner.query(`DROP INDEX business_psc_codes_code_idx`);
    await runner.query(`DROP INDEX business_naics_codes_code_idx`);
    await runner.query(`ALTER TABLE business_naics_codes DROP COLUMN sam_size, DROP COLUMN version`);
    await runner.query(`DROP INDEX businesses_name_idx`);
    await runner.query(`DROP INDEX businesses_uei_idx`);
    for (const column of [...NEW_COLUMNS].reverse()) {
      await runner.query(`ALTER TABLE businesses DROP COLUMN ${column.split(' ')[0]}`);
    }
  }
}
