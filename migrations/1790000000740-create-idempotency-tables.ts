import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers to requests that may be sent again. They go with the account. */
export class CreateIdempotencyTables1790000000740 implements MigrationInterface {
  name = 'CreateIdempotencyTables1790000000740';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_keys (
        user_id uuid NOT NULL,
        key_hash text NOT NULL,
        request_hash text NOT NULL,
        status integer NOT NULL,
        entity_tag text,
        body text,
        created_at timestamptz NOT NULL,
        CONSTRAINT idempotency_keys_pkey PRIMARY KEY (user_id, key_hash),
        CONSTRAINT idempotency_keys_user_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
        CONSTRAINT idempotency_keys_status_check CHECK (status BETWEEN 200 AND 299)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE idempotency_keys`);
  }
}
