import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails on their way. A mail outlives nobody's account, but lies below accounts, so it has no foreign key to them. */
export class CreateMailTables1790000000730 implements MigrationInterface {
  name = 'CreateMailTables1790000000730';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outgoing_mails (
        id uuid NOT NULL,
        kind text NOT NULL,
        recipient text NOT NULL,
        user_id uuid,
        created_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        first_attempt_at timestamptz,
        next_attempt_at timestamptz NOT NULL,
        last_error text,
        outcome text,
        closed_at timestamptz,
        CONSTRAINT outgoing_mails_pkey PRIMARY KEY (id),
        CONSTRAINT outgoing_mails_outcome_check CHECK (outcome IN ('delivered', 'dropped', 'abandoned')),
        CONSTRAINT outgoing_mails_closed_check CHECK ((outcome IS NULL) = (closed_at IS NULL))
      )`);
    await runner.query(
      `CREATE INDEX outgoing_mails_due_idx ON outgoing_mails (next_attempt_at) WHERE closed_at IS NULL`,
    );
    await runner.query(
      `CREATE INDEX outgoing_mails_closed_idx ON outgoing_mails (closed_at) WHERE closed_at IS NOT NULL`,
    );
    await runner.query(`CREATE INDEX outgoing_mails_user_idx ON outgoing_mails (user_id)`);
    await runner.query(`CREATE INDEX outgoing_mails_recipient_idx ON outgoing_mails (recipient)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE outgoing_mails`);
  }
}
