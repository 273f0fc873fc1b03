import type { MigrationInterface, QueryRunner } from 'typeorm';

const CONTENT_COLUMNS = `
  source text not null,
  solicitation_number text,
  title text not null,
  description text not null,
  notice_type text not null,
  base_type text,
  set_aside text,
  naics_code text,
  psc_code text,
  department text,
  sub_tier text,
  office text,
  office_code text,
  place_city text,
  place_state text,
  place_zip text,
  place_country text,
  office_city text,
  office_state text,
  office_zip text,
  office_country text,
  posted_at timestamptz not null,
  response_due_at timestamptz,
  response_due_zone text,
  response_due_text text,
  response_due_date_only boolean,
  archive_on date,
  award_number text,
  award_date date,
  award_amount_usd numeric,
  awardee text,
  source_url text`;

const contentChecks = (table: string): string => `
  constraint ${table}_source_check check (source in ('sam', 'utah', 'hub')),
  constraint ${table}_notice_type_check check (notice_type in ('o', 'k', 'p', 'r', 's', 'i', 'a', 'u', 'g')),
  constraint ${table}_response_due_check check (
    num_nulls(response_due_at, response_due_zone, response_due_text, response_due_date_only) in (0, 4))`;

export class CreateOpportunityTables1790000000300 implements MigrationInterface {
  readonly name = 'CreateOpportunityTables1790000000300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table opportunities (
        id uuid not null,
        procurement_key text not null,
        sibling_number integer not null,
        ${CONTENT_COLUMNS},
        solicitation_key text,
        county_fips text,
        location_basis text,
        location_state text,
        location_county_fips text,
        published_at timestamptz,
        cancelled_at timestamptz,
        withdrawn_at timestamptz,
        awarded_at timestamptz,
        notice_count integer not null,
        match_revision bigint not null default 1,
        matched_revision bigint not null default 0,
        version integer not null default 1,
        search_vector tsvector not null,
        created_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint opportunities_pkey primary key (id),
        ${contentChecks('opportunities')},
        constraint opportunities_location_basis_check check (location_basis in ('place', 'office')),
        constraint opportunities_matched_revision_check check (matched_revision <= match_revision)
      )`);
    await queryRunner.query(
      'create unique index opportunities_sibling_key on opportunities (procurement_key, sibling_number)',
    );
    await queryRunner.query('create index opportunities_solicitation_key_idx on opportunities (solicitation_key)');
    await queryRunner.query('create index opportunities_naics_code_idx on opportunities (naics_code text_pattern_ops)');
    await queryRunner.query('create index opportunities_psc_code_idx on opportunities (psc_code text_pattern_ops)');
    await queryRunner.query('create index opportunities_location_state_idx on opportunities (location_state)');
    await queryRunner.query(
      'create index opportunities_location_county_fips_idx on opportunities (location_county_fips)',
    );
    await queryRunner.query('create index opportunities_posted_at_idx on opportunities (posted_at, id)');
    await queryRunner.query('create index opportunities_response_due_at_idx on opportunities (response_due_at, id)');
    await queryRunner.query('create index opportunities_search_vector_idx on opportunities using gin (search_vector)');
    await queryRunner.query(
      'create index opportunities_to_match_idx on opportunities (id) where matched_revision <> match_revision',
    );
    await queryRunner.query(`
      create table notices (
        id uuid not null,
        opportunity_id uuid not null,
        source_notice_id text not null,
        revision integer not null,
        content_hash text not null,
        ${CONTENT_COLUMNS},
        contacts jsonb not null,
        recorded_at timestamptz not null,
        superseded_at timestamptz,
        constraint notices_pkey primary key (id),
        constraint notices_opportunity_id_fkey foreign key (opportunity_id) references opportunities (id),
        ${contentChecks('notices')},
        constraint notices_revision_check check (revision >= 1)
      )`);
    await queryRunner.query('create index notices_opportunity_id_idx on notices (opportunity_id, superseded_at)');
    await queryRunner.query('create unique index notices_revision_key on notices (source, source_notice_id, revision)');
    await queryRunner.query(
      'create unique index notices_current_key on notices (source, source_notice_id) where superseded_at is null',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table notices');
    await queryRunner.query('drop table opportunities');
  }
}
