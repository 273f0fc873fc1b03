import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log of security events. It outlives what it tells of, so it has no foreign keys. */
export class CreateAuditTables1790000000720 implements MigrationInterface {
  name = 'CreateAuditTables1790000000720';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_events (
        sequence bigint NOT NULL,
        id uuid NOT NULL,
        occurred_at timestamptz(3) NOT NULL,
        action text NOT NULL,
        outcome text NOT NULL,
        actor_id uuid,
        subject_type text,
        subject_id text,
        request_id text,
        details jsonb NOT NULL,
        origin_person_id uuid,
        origin bytea,
        changes_person_id uuid,
        changes bytea,
        key_id text NOT NULL,
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL,
        CONSTRAINT audit_events_pkey PRIMARY KEY (sequence)
      )`);
    await runner.query(`CREATE INDEX audit_events_occurred_at_idx ON audit_events (occurred_at)`);
    await runner.query(`CREATE INDEX audit_events_action_idx ON audit_events (action, sequence)`);
    await runner.query(`CREATE INDEX audit_events_actor_idx ON audit_events (actor_id, sequence)`);
    await runner.query(`CREATE INDEX audit_events_subject_idx ON audit_events (subject_id, sequence)`);
    await runner.query(`CREATE INDEX audit_events_request_idx ON audit_events (request_id)`);
    await runner.query(`
      CREATE TABLE audit_chain (
        id smallint NOT NULL,
        sequence bigint NOT NULL,
        hash bytea NOT NULL,
        CONSTRAINT audit_chain_pkey PRIMARY KEY (id),
        CONSTRAINT audit_chain_single_check CHECK (id = 1)
      )`);
    await runner.query(`INSERT INTO audit_chain (id, sequence, hash) VALUES (1, 0, decode(repeat('00', 32), 'hex'))`);
    await runner.query(`
      CREATE TABLE audit_person_keys (
        person_id uuid NOT NULL,
        key bytea,
        CONSTRAINT audit_person_keys_pkey PRIMARY KEY (person_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['audit_person_keys', 'audit_chain', 'audit_events']) await runner.query(`DROP TABLE ${table}`);
  }
}
