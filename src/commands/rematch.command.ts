import { Command } from 'commander';
import { RematchService } from '../modules/matching';
import { showProgress } from './progress';
import { withHub } from './with-hub';

/** `hub rematch`: makes all lists of matches anew, here and now, without Redis. */
export const rematchCommand = (): Command =>
  new Command('rematch').description('match every business with every open opportunity anew').action(async () => {
    const progress = showProgress('rematch');
    const total = await withHub((hub) => rematch(hub.get(RematchService, { strict: false }), progress.update));
    progress.end();
    process.stdout.write(`Matched ${total} businesses.\n`);
  });

const rematch = async (
  service: RematchService,
  update: (done: number, total: number, note: string) => void,
): Promise<number> => {
  const total = await service.countBusinesses();
  const startedAt = performance.now();
  let matched = 0;
  await service.rematchAll({
    onProgress: ({ businesses, opportunities }) => {
      matched = businesses;
      const rate = Math.round(businesses / ((performance.now() - startedAt) / 1000));
      update(
        Math.min(businesses, total),
        total,
        `${businesses} businesses, ${rate}/s, ${opportunities} opportunities checked`,
      );
    },
  });
  return matched;
};
