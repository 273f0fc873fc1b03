import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateImportTables1790000000500 implements MigrationInterface {
  readonly name = 'CreateImportTables1790000000500';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table import_runs (
        id uuid not null,
        source text not null,
        format text not null,
        file_name text not null,
        file_sha256 text not null,
        reader_version integer not null,
        status text not null,
        rows integer not null default 0,
        created integer not null default 0,
        updated integer not null default 0,
        unchanged integer not null default 0,
        merged integer not null default 0,
        rejected integer not null default 0,
        opportunities integer,
        started_at timestamptz not null,
        finished_at timestamptz,
        error_code text,
        constraint import_runs_pkey primary key (id),
        constraint import_runs_source_check check (source in ('sam')),
        constraint import_runs_format_check check (format in ('sam-csv', 'sam-json')),
        constraint import_runs_status_check check (status in ('running', 'completed', 'failed')),
        constraint import_runs_counts_check check (rows = created + updated + unchanged + merged + rejected)
      )`);
    await queryRunner.query('create index import_runs_file_sha256_idx on import_runs (file_sha256)');
    await queryRunner.query('create index import_runs_started_at_idx on import_runs (started_at, id)');
    await queryRunner.query(`
      create table import_run_batches (
        run_id uuid not null,
        window_number integer not null,
        lane integer not null,
        rows integer not null,
        opportunity_ids uuid[],
        constraint import_run_batches_pkey primary key (run_id, window_number, lane),
        constraint import_run_batches_run_id_fkey foreign key (run_id) references import_runs (id) on delete cascade
      )`);
    await queryRunner.query(`
      create table import_remarks (
        run_id uuid not null,
        row_number integer not null,
        position integer not null,
        rejected boolean not null,
        notice_id text,
        code text not null,
        message text not null,
        constraint import_remarks_pkey primary key (run_id, row_number, position),
        constraint import_remarks_run_id_fkey foreign key (run_id) references import_runs (id) on delete cascade
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table import_remarks');
    await queryRunner.query('drop table import_run_batches');
    await queryRunner.query('drop table import_runs');
  }
}
