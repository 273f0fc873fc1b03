import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';

/** Locks that all processes share and that PostgreSQL frees by itself when the holder dies. */
@Injectable()
export class AdvisoryLocks {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` while nobody else holds the lock of this name; answers `undefined` at once when somebody does. */
  async tryWith<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
    const holder: QueryRunner = this.dataSource.createQueryRunner();
    try {
      const rows: { locked: boolean }[] = await holder.manager.query(
        'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked',
        [name],
      );
      if (!rows[0]?.locked) return undefined;
      try {
        return await work();
      } finally {
        await unlock(holder, name);
      }
    } finally {
      await holder.release();
    }
  }
}

/** A holder that lost its connection has lost the lock with it: that must not hide how the work ended. */
const unlock = async (holder: QueryRunner, name: string): Promise<void> => {
  try {
    await holder.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [name]);
  } catch (error) {
    new Logger('database').warn('A lock ended before its work.', {
      name,
      reason: error instanceof Error ? error.message : '',
    });
  }
};
