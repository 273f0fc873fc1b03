import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The head of the audit log gets a MAC, with the next event that is written; keys of people can only be destroyed. */
export class GuardAuditTables1790000000840 implements MigrationInterface {
  name = 'GuardAuditTables1790000000840';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE audit_chain ADD COLUMN key_id text, ADD COLUMN mac bytea`);
    await runner.query(`
      CREATE FUNCTION audit_person_keys_guard() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.key IS NOT NULL OR NEW.person_id <> OLD.person_id THEN
          RAISE EXCEPTION 'a key of a person can only be destroyed';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER audit_person_keys_guard BEFORE UPDATE ON audit_person_keys
        FOR EACH ROW EXECUTE FUNCTION audit_person_keys_guard()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER audit_person_keys_guard ON audit_person_keys`);
    await runner.query(`DROP FUNCTION audit_person_keys_guard()`);
    await runner.query(`ALTER TABLE audit_chain DROP COLUMN mac, DROP COLUMN key_id`);
  }
}
