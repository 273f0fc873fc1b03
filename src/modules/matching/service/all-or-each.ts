import { Logger } from '@nestjs/common';
import { isDatabaseUnavailable } from '../../../infra/database';

const logger = new Logger('matching');

/**
 * Does `work` for all ids at once or, where that fails, for one after the other, so that one that cannot be done does not
 * keep the others waiting for ever. Answers those that failed. Without a database nothing is tried any further.
 */
export const allOrEach = async (
  ids: readonly string[],
  work: (ids: readonly string[]) => Promise<void>,
): Promise<readonly string[]> => {
  try {
    await work(ids);
    return [];
  } catch (error) {
    if (isDatabaseUnavailable(error)) throw error;
    if (ids.length > 1) return eachAlone(ids, work);
    logger.error('Matching failed; the next sweep tries again.', {
      ids,
      reason: error instanceof Error ? error.message : String(error),
    });
    return ids;
  }
};

const eachAlone = async (
  ids: readonly string[],
  work: (ids: readonly string[]) => Promise<void>,
): Promise<readonly string[]> => {
  const failed: string[] = [];
  for (const id of ids) failed.push(...(await allOrEach([id], work)));
  return failed;
};
