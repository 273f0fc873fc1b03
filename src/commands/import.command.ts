import { Command } from 'commander';
import { describeImportSummary, ImportNoticesService, type ImportRun, ImportRunsService } from '../modules/ingestion';
import { importBusinessesCommand } from './import-businesses.command';
import { showProgress } from './progress';
import { withHub } from './with-hub';

interface ImportOptions {
  readonly json?: true;
  readonly report?: string;
}

/** `hub import sam <file>`: takes a SAM.gov extract or an API answer in; doing it again changes nothing. */
export const importCommand = (): Command => {
  const sam = new Command('sam')
    .description('the 47-column CSV (plain or gzip), or a page of the Get Opportunities API v2 (JSON)')
    .argument('<file>')
    .option('--json', 'end with one line of JSON')
    .option('--report <file>', 'write rejected rows with row number and reason to this CSV file')
    .action(importSam);
  return new Command('import')
    .description('take published notices or firms in')
    .addCommand(sam)
    .addCommand(importBusinessesCommand());
};

const importSam = async (path: string, { json, report }: ImportOptions): Promise<void> => {
  const progress = showProgress('import');
  const startedAt = performance.now();
  const run = await withHub(async (hub) => {
    const finished = await hub.get(ImportNoticesService, { strict: false }).importFile(path, {
      source: 'sam',
      onProgress: ({ rows, bytesRead, totalBytes }) => {
        const rate = Math.round(rows / ((performance.now() - startedAt) / 1000));
        progress.update(bytesRead, totalBytes, `${rows} rows, ${rate} rows/s`);
      },
    });
    progress.end();
    if (report) await hub.get(ImportRunsService, { strict: false }).writeRejectionReport(finished, report);
    return finished;
  });
  process.stdout.write(json ? `${describeImportSummary(run)}\n` : inWords(run));
};

const inWords = (run: ImportRun): string =>
  [
    `${run.rows} rows: ${run.created} created, ${run.merged} merged, ${run.updated} updated, ${run.unchanged} unchanged,`,
    `${run.rejected} rejected; ${run.opportunities ?? 0} opportunities.\n`,
  ].join(' ');
