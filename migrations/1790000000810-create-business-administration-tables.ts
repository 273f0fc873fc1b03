import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What becomes of profiles: who was verified, who claims one that nobody owns, and who was told of what ends. */
export class CreateBusinessAdministrationTables1790000000810 implements MigrationInterface {
  name = 'CreateBusinessAdministrationTables1790000000810';

  async up(runner: QueryRunner): Promise<void> {
    await this.createVerifications(runner);
    await this.createClaims(runner);
    await this.createExpiryReminders(runner);
  }

  private async createVerifications(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE business_verifications (
        id uuid NOT NULL,
        business_id uuid NOT NULL,
        verified boolean NOT NULL,
        reason text NOT NULL,
        decided_by uuid,
        decided_at timestamptz NOT NULL,
        CONSTRAINT business_verifications_pkey PRIMARY KEY (id),
        CONSTRAINT business_verifications_business_fkey
          FOREIGN KEY (business_id) REFERENCES businesses (id) ON DELETE CASCADE,
        CONSTRAINT business_verifications_decider_fkey FOREIGN KEY (decided_by) REFERENCES users (id) ON DELETE SET NULL
      )`);
    await runner.query(
      `CREATE INDEX business_verifications_business_idx ON business_verifications (business_id, decided_at)`,
    );
    await runner.query(`CREATE INDEX business_verifications_decider_idx ON business_verifications (decided_by)`);
  }

  private async createClaims(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE business_claims (
        id uuid NOT NULL,
        business_id uuid NOT NULL,
        claimant_id uuid NOT NULL,
        company_name text NOT NULL,
        status text NOT NULL,
        note text,
        created_at timestamptz NOT NULL,
        reason text,
        decided_by uuid,
        decided_at timestamptz,
        mail_id uuid,
        CONSTRAINT business_claims_pkey PRIMARY KEY (id),
        CONSTRAINT business_claims_status_check CHECK (status IN ('pending', 'confirmed', 'refused')),
        CONSTRAINT business_claims_decided_check
          CHECK ((status = 'pending') = (decided_at IS NULL) AND (decided_at IS NULL) = (reason IS NULL)),
        CONSTRAINT business_claims_business_fkey FOREIGN KEY (business_id) REFERENCES businesses (id) ON DELETE CASCADE,
        CONSTRAINT business_claims_claimant_fkey FOREIGN KEY (claimant_id) REFERENCES users (id) ON DELETE CASCADE,
        CONSTRAINT business_claims_decider_fkey FOREIGN KEY (decided_by) REFERENCES users (id) ON DELETE SET NULL
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX business_claims_pending_key ON business_claims (business_id, claimant_id)
        WHERE status = 'pending'`,
    );
    await runner.query(`CREATE INDEX business_claims_business_idx ON business_claims (business_id)`);
    await runner.query(`CREATE INDEX business_claims_claimant_idx ON business_claims (claimant_id, created_at)`);
    await runner.query(`CREATE INDEX business_claims_status_idx ON business_claims (status, created_at)`);
    await runner.query(`CREATE INDEX business_claims_decider_idx ON business_claims (decided_by)`);
    await runner.query(`CREATE UNIQUE INDEX business_claims_mail_key ON business_claims (mail_id)`);
  }

  private async createExpiryReminders(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE business_expiry_reminders (
        business_id uuid NOT NULL,
        kind text NOT NULL,
        subject text NOT NULL,
        expires_on date NOT NULL,
        days smallint NOT NULL,
        mail_id uuid,
        created_at timestamptz NOT NULL,
        CONSTRAINT business_expiry_reminders_pkey PRIMARY KEY (business_id, kind, subject, expires_on, days),
        CONSTRAINT business_expiry_reminders_kind_check
          CHECK (kind IN ('certification', 'licence', 'sam-registration')),
        CONSTRAINT business_expiry_reminders_days_check CHECK (days IN (7, 30, 90)),
        CONSTRAINT business_expiry_reminders_business_fkey
          FOREIGN KEY (business_id) REFERENCES businesses (id) ON DELETE CASCADE
      )`);
    await runner.query(`CREATE INDEX business_expiry_reminders_mail_idx ON business_expiry_reminders (mail_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE business_expiry_reminders`);
    await runner.query(`DROP TABLE business_claims`);
    await runner.query(`DROP TABLE business_verifications`);
  }
}
