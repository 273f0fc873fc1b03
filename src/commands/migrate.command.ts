import { Command } from 'commander';
import { Clock } from '../common/time/clock';
import { DatabaseConfig, MigrationConfig, readMigrationConfiguration, RuntimeConfig } from '../config';
import { migrate } from './migrate';

/** `hub migrate`: schema, rights and tables of facts, as the owner of the tables. */
export const migrateCommand = (): Command =>
  new Command('migrate')
    .description('bring schema, rights and tables of facts up to date')
    .option('--quiet', 'say nothing where nothing changed')
    .action(async ({ quiet }: { quiet?: true }) => {
      const configuration = readMigrationConfiguration();
      const result = await migrate(
        configuration.get(MigrationConfig).url,
        configuration.get(DatabaseConfig).url,
        Clock.from(configuration.get(RuntimeConfig).now).now(),
      );
      const loaded = result.datasets.filter(({ outcome }) => outcome === 'loaded');
      for (const name of result.migrations) process.stdout.write(`migrated ${name}\n`);
      for (const { name, rows } of loaded) process.stdout.write(`loaded ${name}: ${rows} rows\n`);
      if (!quiet && result.migrations.length + loaded.length === 0) process.stdout.write('Everything is up to date.\n');
    });
