import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A factor says whether its account's address had been verified when it was set up; of older ones that is taken as given. */
export class MarkProvedSecondFactors1790000000850 implements MigrationInterface {
  name = 'MarkProvedSecondFactors1790000000850';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE second_factors ADD COLUMN address_verified boolean NOT NULL DEFAULT true`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE second_factors DROP COLUMN address_verified`);
  }
}
