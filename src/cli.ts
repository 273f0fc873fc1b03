import { Command } from 'commander';
import { auditCommand } from './commands/audit.command';
import { createAdminCommand } from './commands/create-admin.command';
import { evaluateCommand } from './commands/evaluate.command';
import { exportCommand } from './commands/export.command';
import { importCommand } from './commands/import.command';
import { migrateCommand } from './commands/migrate.command';
import { rematchCommand } from './commands/rematch.command';
import { explainFailure } from './commands/explain-failure';

/** The hub on the command line: `npm run hub -- <command>`, in the image `node dist/src/cli.js <command>`. */
const program = new Command('hub')
  .description('Utah Government Contracting Hub')
  .addCommand(migrateCommand())
  .addCommand(createAdminCommand())
  .addCommand(importCommand())
  .addCommand(exportCommand())
  .addCommand(rematchCommand())
  .addCommand(evaluateCommand())
  .addCommand(auditCommand());

program.parseAsync().catch(explainFailure);
