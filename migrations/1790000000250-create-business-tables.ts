import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Businesses and what they say about themselves. */
export class CreateBusinessTables1790000000250 implements MigrationInterface {
  name = 'CreateBusinessTables1790000000250';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE businesses (
        id uuid NOT NULL,
        owner_id uuid,
        company_name text NOT NULL,
        dba_name text,
        uei_number text,
        duns_number text,
        state_license_number text,
        website_url text,
        description text,
        business_type text,
        employee_count integer,
        annual_revenue numeric(15,2),
        zip_code text,
        verified_at timestamptz,
        match_revision integer NOT NULL,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT businesses_pkey PRIMARY KEY (id),
        CONSTRAINT businesses_owner_fkey FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE SET NULL
      )`);
    await runner.query(`CREATE UNIQUE INDEX businesses_owner_key ON businesses (owner_id)`);
    await runner.query(
      `CREATE UNIQUE INDEX businesses_company_name_key ON businesses (lower(company_name)) WHERE owner_id IS NOT NULL`,
    );
    await runner.query(`
      CREATE TABLE business_naics_codes (
        id uuid NOT NULL,
        business_id uuid NOT NULL,
        code text NOT NULL,
        is_primary boolean NOT NULL,
        CONSTRAINT business_naics_codes_pkey PRIMARY KEY (id),
        CONSTRAINT business_naics_codes_business_fkey FOREIGN KEY (business_id) REFERENCES businesses (id) ON DELETE CASCADE
      )`);
    await runner.query(`CREATE UNIQUE INDEX business_naics_codes_code_key ON business_naics_codes (business_id, code)`);
    await runner.query(
      `CREATE UNIQUE INDEX business_naics_codes_primary_key ON business_naics_codes (business_id) WHERE is_primary`,
    );
    await runner.query(`
      CREATE TABLE business_psc_codes (
        id uuid NOT NULL,
        business_id uuid NOT NULL,
        code text NOT NULL,
        CONSTRAINT business_psc_codes_pkey PRIMARY KEY (id),
        CONSTRAINT business_psc_codes_business_fkey FOREIGN KEY (business_id) REFERENCES businesses (id) ON DELETE CASCADE
      )`);
    await runner.query(`CREATE UNIQUE INDEX business_psc_codes_code_key ON business_psc_codes (business_id, code)`);
    await runner.query(`
      CREATE TABLE business_certifications (
        id uuid NOT NULL,
        business_id uuid NOT NULL,
        program text NOT NULL,
        status text NOT NULL,
        certifier text,
        number text,
        valid_from date,
        expires_on date,
        CONSTRAINT business_certifications_pkey PRIMARY KEY (id),
        CONSTRAINT business_certifications_status_check
          CHECK (status IN ('applied', 'pending', 'active', 'suspended', 'expired', 'graduated')),
        CONSTRAINT business_certifications_business_fkey
          FOREIGN KEY (business_id) REFERENCES businesses (id) ON DELETE CASCADE
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX business_certifications_program_key ON business_certifications (business_id, program)`,
    );
    await runner.query(`
      CREATE TABLE business_services (
        id uuid NOT NULL,
        business_id uuid NOT NULL,
        title text NOT NULL,
        description text,
        CONSTRAINT business_services_pkey PRIMARY KEY (id),
        CONSTRAINT business_services_business_fkey FOREIGN KEY (business_id) REFERENCES businesses (id) ON DELETE CASCADE
      )`);
    await runner.query(`CREATE INDEX business_services_business_idx ON business_services (business_id)`);
    await runner.query(`
      CREATE TABLE business_past_performance (
        id uuid NOT NULL,
        business_id uuid NOT NULL,
        title text NOT NULL,
        description text,
        department text,
        office text,
        naics_code text,
        psc_code text,
        value_usd numeric(15,2),
        completed_on date,
        CONSTRAINT business_past_performance_pkey PRIMARY KEY (id),
        CONSTRAINT business_past_performance_business_fkey
          FOREIGN KEY (business_id) REFERENCES businesses (id) ON DELETE CASCADE
      )`);
    await runner.query(
      `CREATE INDEX business_past_performance_business_idx ON business_past_performance (business_id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE business_past_performance`);
    await runner.query(`DROP TABLE business_services`);
    await runner.query(`DROP TABLE business_certifications`);
    await runner.query(`DROP TABLE business_psc_codes`);
    await runner.query(`DROP TABLE business_naics_codes`);
    await runner.query(`DROP TABLE businesses`);
  }
}
