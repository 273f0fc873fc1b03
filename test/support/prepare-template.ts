import { migrate } from '../../src/commands/migrate';

const LOADED_AT = new Date('2026-01-01T00:00:00Z');

/** Brings the template database to the state from which every test starts: migrated, with the tables of facts filled. */
export async function prepareTemplate(ownerUrl: string): Promise<void> {
  const applicationUrl = process.env['DATABASE_URL'] ?? '';
  await migrate(ownerUrl, applicationUrl, LOADED_AT);
}
