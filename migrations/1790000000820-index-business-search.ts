import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a search for businesses by words looks through: parts of names, and stems of names, descriptions and services. */
export class IndexBusinessSearch1790000000820 implements MigrationInterface {
  name = 'IndexBusinessSearch1790000000820';

  async up(runner: QueryRunner): Promise<void> {
    // Trusted: whoever owns the database may create it. Some servers come with it.
    await runner.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`);
    await runner.query(`
      CREATE INDEX businesses_names_idx ON businesses
        USING gin (lower(company_name || ' ' || coalesce(dba_name, '')) gin_trgm_ops)`);
    await runner.query(`
      CREATE INDEX businesses_search_idx ON businesses
        USING gin (to_tsvector('english', company_name || ' ' || coalesce(dba_name, '') || ' ' || coalesce(description, '')))`);
    await runner.query(`
      CREATE INDEX business_services_search_idx ON business_services
        USING gin (to_tsvector('english', title || ' ' || coalesce(description, '')))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX business_services_search_idx`);
    await runner.query(`DROP INDEX businesses_search_idx`);
    await runner.query(`DROP INDEX businesses_names_idx`);
    await runner.query(`DROP EXTENSION pg_trgm`);
  }
}
