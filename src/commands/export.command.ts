import { Command } from 'commander';
import { ExportBusinessesService } from '../modules/businesses';
import { withHub } from './with-hub';

/** `hub export businesses <file>`: writes what `hub import businesses` takes. */
export const exportCommand = (): Command =>
  new Command('export')
    .description('write what the hub holds to a file')
    .addCommand(
      new Command('businesses')
        .description('all businesses, owned or not, as CSV; never a tax number')
        .argument('<file>')
        .action(exportBusinesses),
    );

const exportBusinesses = async (path: string): Promise<void> => {
  let businesses = 0;
  await withHub((hub) =>
    hub.get(ExportBusinessesService, { strict: false }).exportFile(path, (count) => (businesses = count)),
  );
  process.stdout.write(`${businesses} businesses written.\n`);
};
