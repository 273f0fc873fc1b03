import { Command } from 'commander';
import {
  BusinessImportReports,
  type BusinessImportRun,
  describeBusinessImport,
  ImportBusinessesService,
} from '../modules/businesses';
import { showProgress } from './progress';
import { withHub } from './with-hub';

interface ImportOptions {
  readonly json?: true;
  readonly report?: string;
}

/** `hub import businesses <file>`: takes firms in that nobody has to own; doing it again changes nothing. */
export const importBusinessesCommand = (): Command =>
  new Command('businesses')
    .description("firms as CSV: our own columns, as exported, or the public extract of SAM.gov's entities")
    .argument('<file>')
    .option('--json', 'end with one line of JSON')
    .option('--report <file>', 'write rejected rows and remarks with row number and reason to this CSV file')
    .action(importBusinesses);

const importBusinesses = async (path: string, { json, report }: ImportOptions): Promise<void> => {
  const progress = showProgress('import');
  const startedAt = performance.now();
  const run = await withHub(async (hub) => {
    const finished = await hub.get(ImportBusinessesService, { strict: false }).importFile(path, {
      onProgress: ({ rows, bytesRead, totalBytes }) => {
        const rate = Math.round(rows / ((performance.now() - startedAt) / 1000));
        progress.update(bytesRead, totalBytes, `${rows} rows, ${rate} rows/s`);
      },
    });
    progress.end();
    if (report) await hub.get(BusinessImportReports, { strict: false }).writeReport(finished, report);
    return finished;
  });
  process.stdout.write(json ? `${describeBusinessImport(run)}\n` : inWords(run));
};

const inWords = (run: BusinessImportRun): string =>
  [
    `${run.rows} rows: ${run.created} created, ${run.updated} updated, ${run.unchanged} unchanged, ${run.skipped} skipped`,
    `because somebody owns them, ${run.rejected} rejected; ${run.businesses ?? 0} businesses, ${run.remarks} remarks.\n`,
  ].join(' ');
