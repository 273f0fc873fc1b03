import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { acquireLocalServices, type LocalServices } from '../../scripts/local-services';
import { migrate } from '../../src/commands/migrate';
import { patience } from './patience';
import { ApiProcess, type HubProcess, runCommand, WorkerProcess } from './processes';
import { samExtract, samRow } from './sam-extract';
import { guardSecret, secretsIn } from './secrets';
import type { Environment } from './services-probes';

/** When the invented notices are open. The clocks of all processes of a stage stand here. */
const NOW = new Date('2026-04-25T18:00:00Z');

const trades = [
  { NaicsCode: '541512', ClassificationCode: 'DA01', word: 'network switches and routers' },
  { NaicsCode: '238220', ClassificationCode: 'Z1AA', word: 'boilers and ventilation' },
  { NaicsCode: '561730', ClassificationCode: 'S208', word: 'lawns and snow removal' },
];

/** Services of its own with a migrated database, so that a test may break them, and the hub's processes on top. */
export class Stage {
  private readonly processes: HubProcess[] = [];

  private constructor(
    readonly services: LocalServices,
    readonly environment: Environment,
  ) {}

  static async open(): Promise<Stage> {
    const services = await acquireLocalServices({ ephemeral: true });
    const environment = {
      ...services.environment,
      ...patience,
      HUB_NOW: NOW.toISOString(),
      PASSWORD_HASH_COST: '4',
    };
    const { DATABASE_MIGRATION_URL: ownerUrl = '', DATABASE_URL: applicationUrl = '' } = services.environment;
    await migrate(ownerUrl, applicationUrl, NOW);
    return new Stage(services, environment);
  }

  async startApi(environment: Environment = {}): Promise<ApiProcess> {
    return this.watch(new ApiProcess({ ...this.environment, ...environment })).untilUp();
  }

  async startWorker(environment: Environment = {}): Promise<WorkerProcess> {
    return this.watch(new WorkerProcess({ ...this.environment, ...environment })).untilUp();
  }

  /** For processes of which nobody knows whether they come up; they end with the stage. */
  watch<T extends HubProcess>(started: T): T {
    this.processes.push(started);
    return started;
  }

  run(...parameters: string[]): Promise<void> {
    return runCommand(this.environment, parameters);
  }

  /** With `hub create-admin`. */
  async createAdmin(): Promise<{ email: string; password: string }> {
    const admin = { email: 'admin@example.test', password: 'mountains beyond mountains' };
    guardSecret(admin.password);
    await runCommand(this.environment, ['create-admin', admin.email], `${admin.password}\n`);
    return admin;
  }

  /** Takes in as many invented solicitations, open for weeks, of three trades. */
  async importNotices(count: number): Promise<void> {
    const file = path.join(this.services.directory, 'notices.csv');
    const rows = Array.from({ length: count }, (_, number) => {
      const { word, ...codes } = trades[number % trades.length] ?? { word: '' };
      const deadline = { ResponseDeadLine: '2026-06-15T14:00:00-06:00', PostedDate: '2026-04-20 10:00:00.000-04' };
      return samRow(number, {
        ...codes,
        ...deadline,
        Title: `${word} ${number}`,
        Description: `Delivers ${word}, lot ${number}.`,
      });
    });
    await writeFile(file, samExtract(rows));
    await this.run('import', 'sam', file);
  }

  async close(): Promise<void> {
    await Promise.all(this.processes.filter(({ end }) => end === undefined).map((running) => running.stop('SIGKILL')));
    await this.services.release();
    const leaked = secretsIn(this.processes.map(({ log }) => log).join(''));
    if (leaked.length > 0) throw new Error(`A secret stands in the log: ${leaked.join(', ')}`);
  }
}
