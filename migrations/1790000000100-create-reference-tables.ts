import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReferenceTables1790000000100 implements MigrationInterface {
  name = 'CreateReferenceTables1790000000100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE reference_datasets (
        name text NOT NULL,
        source text NOT NULL,
        as_of date NOT NULL,
        sha256 text NOT NULL,
        row_count integer NOT NULL,
        loaded_at timestamptz NOT NULL,
        CONSTRAINT reference_datasets_pkey PRIMARY KEY (name)
      );

      CREATE TABLE naics_codes (
        code text NOT NULL,
        title text NOT NULL,
        level smallint NOT NULL,
        parent_code text,
        source text NOT NULL,
        as_of date NOT NULL,
        CONSTRAINT naics_codes_pkey PRIMARY KEY (code),
        CONSTRAINT naics_codes_level_check CHECK (level BETWEEN 2 AND 6),
        CONSTRAINT naics_codes_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES naics_codes (code)
      );
      CREATE INDEX naics_codes_parent_code_idx ON naics_codes (parent_code);

      CREATE TABLE psc_codes (
        code text NOT NULL,
        name text,
        kind text NOT NULL,
        group_code text,
        category text NOT NULL,
        source text NOT NULL,
        as_of date NOT NULL,
        CONSTRAINT psc_codes_pkey PRIMARY KEY (code),
        CONSTRAINT psc_codes_kind_check CHECK (kind IN ('product', 'service'))
      );

      CREATE TABLE size_standards (
        naics_code text NOT NULL,
        exception smallint NOT NULL,
        effective_from date NOT NULL,
        effective_to date,
        description text NOT NULL,
        measure text NOT NULL,
        size_limit integer NOT NULL,
        footnote text,
        source text NOT NULL,
        as_of date NOT NULL,
        CONSTRAINT size_standards_pkey PRIMARY KEY (naics_code, exception, effective_from),
        CONSTRAINT size_standards_exception_check CHECK (exception >= 0),
        CONSTRAINT size_standards_measure_check CHECK (measure IN ('receipts', 'employees', 'assets')),
        CONSTRAINT size_standards_size_limit_check CHECK (size_limit > 0),
        CONSTRAINT size_standards_effective_check CHECK (effective_to >= effective_from),
        CONSTRAINT size_standards_naics_code_fkey FOREIGN KEY (naics_code) REFERENCES naics_codes (code)
      );

      CREATE TABLE certification_programs (
        code text NOT NULL,
        name text NOT NULL,
        certifier text NOT NULL,
        self_represented boolean NOT NULL,
        term_years smallint,
        renewal text NOT NULL,
        source text NOT NULL,
        as_of date NOT NULL,
        CONSTRAINT certification_programs_pkey PRIMARY KEY (code),
        CONSTRAINT certification_programs_term_years_check CHECK (term_years > 0)
      );

      CREATE TABLE set_asides (
        code text NOT NULL,
        name text NOT NULL,
        family text NOT NULL,
        sole_source boolean NOT NULL,
        partial boolean NOT NULL,
        requires_small boolean NOT NULL,
        accepted_programs text[] NOT NULL,
        pending_accepted boolean NOT NULL,
        note text,
        source text NOT NULL,
        as_of date NOT NULL,
        CONSTRAINT set_asides_pkey PRIMARY KEY (code)
      );

      CREATE TABLE notice_types (
        code text NOT NULL,
        name text NOT NULL,
        sam_label text NOT NULL,
        biddable boolean NOT NULL,
        action text NOT NULL,
        ocds_tender_status text,
        ocds_release_tag text,
        source text NOT NULL,
        as_of date NOT NULL,
        CONSTRAINT notice_types_pkey PRIMARY KEY (code),
        CONSTRAINT notice_types_action_check CHECK (action IN ('apply', 'respond', 'watch', 'learn', 'exclude'))
      );

      CREATE TABLE utah_counties (
        fips text NOT NULL,
        name text NOT NULL,
        neighbours text[] NOT NULL,
        source text NOT NULL,
        as_of date NOT NULL,
        CONSTRAINT utah_counties_pkey PRIMARY KEY (fips),
        CONSTRAINT utah_counties_fips_check CHECK (fips ~ '^49[0-9]{2}[13579]$')
      );

      CREATE TABLE zip_codes (
        zip text NOT NULL,
        city text NOT NULL,
        state text NOT NULL,
        county text NOT NULL,
        latitude double precision,
        longitude double precision,
        county_fips text,
        source text NOT NULL,
        as_of date NOT NULL,
        CONSTRAINT zip_codes_pkey PRIMARY KEY (zip),
        CONSTRAINT zip_codes_zip_check CHECK (zip ~ '^[0-9]{5}$'),
        CONSTRAINT zip_codes_position_check CHECK ((latitude IS NULL) = (longitude IS NULL)),
        CONSTRAINT zip_codes_county_fips_fkey FOREIGN KEY (county_fips) REFERENCES utah_counties (fips)
      );
      CREATE INDEX zip_codes_county_fips_idx ON zip_codes (county_fips);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE zip_codes;
      DROP TABLE utah_counties;
      DROP TABLE notice_types;
      DROP TABLE set_asides;
      DROP TABLE certification_programs;
      DROP TABLE size_standards;
      DROP TABLE psc_codes;
      DROP TABLE naics_codes;
      DROP TABLE reference_datasets;
    `);
  }
}
