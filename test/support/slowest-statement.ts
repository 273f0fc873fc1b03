import type { DataSource, QueryRunner } from 'typeorm';

/** Watches every statement of the pool from now on. */
export class SlowestStatement {
  milliseconds = 0;

  constructor(dataSource: DataSource) {
    const open = dataSource.createQueryRunner.bind(dataSource);
    jest.spyOn(dataSource, 'createQueryRunner').mockImplementation((mode) => this.watched(open(mode)));
  }

  private watched(runner: QueryRunner): QueryRunner {
    const ask = runner.query.bind(runner);
    jest.spyOn(runner, 'query').mockImplementation(async (...question: Parameters<typeof ask>) => {
      const startedAt = performance.now();
      try {
        return await ask(...question);
      } finally {
        this.milliseconds = Math.max(this.milliseconds, Math.round(performance.now() - startedAt));
      }
    });
    return runner;
  }
}
