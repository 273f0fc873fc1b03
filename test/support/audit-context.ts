import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { configClasses, ConfigModule, loadConfiguration } from '../../src/config';
import { DatabaseModule, UnitOfWork } from '../../src/infra/database';
import { EncryptionModule, KeyRing } from '../../src/infra/encryption';
import { type RequestOrigin, runInRequestContext } from '../../src/infra/logging';
import { AuditLog, AuditModule, AuditVerification } from '../../src/modules/audit';
import type { ChainFault } from '../../src/modules/audit/domain/audit-chain';
import { AuditTrail } from '../../src/modules/audit/service/audit-trail.service';
import { capturingLogger } from './captured-log';
import { testEnvironment } from './environment';
import { createTestDatabase, type TestDatabase } from './template-database';

/** The audit log on a database of its own. */
export class AuditContext {
  private constructor(
    readonly database: TestDatabase,
    private readonly context: INestApplicationContext,
    private readonly owner: Client,
  ) {}

  static async open(environment: NodeJS.ProcessEnv = {}): Promise<AuditContext> {
    return AuditContext.on(await createTestDatabase(), environment);
  }

  private static async on(database: TestDatabase, environment: NodeJS.ProcessEnv): Promise<AuditContext> {
    const settings = { DATABASE_URL: database.url, HUB_NOW: '2026-04-10T12:00:00Z', ...environment };
    const configuration = loadConfiguration(configClasses, { ...testEnvironment, ...settings });
    const imports = [
      ConfigModule.from(configuration),
      DatabaseModule.forProfile('background'),
      EncryptionModule,
      AuditModule,
    ];
    const context = await NestFactory.createApplicationContext(
      { module: class {}, imports },
      { logger: capturingLogger, abortOnError: false },
    );
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    return new AuditContext(database, context, owner);
  }

  /** Another process with other settings; this one is closed. */
  async restarted(environment: NodeJS.ProcessEnv): Promise<AuditContext> {
    await this.stop();
    return AuditContext.on(this.database, environment);
  }

  get log(): AuditLog {
    return this.context.get(AuditLog, { strict: false });
  }

  get trail(): AuditTrail {
    return this.context.get(AuditTrail, { strict: false });
  }

  get keyRing(): KeyRing {
    return this.context.get(KeyRing, { strict: false });
  }

  get unitOfWork(): UnitOfWork {
    return this.context.get(UnitOfWork, { strict: false });
  }

  get verification(): AuditVerification {
    return this.context.get(AuditVerification, { strict: false });
  }

  /** What is wrong with the chain, if anything is. */
  async fault(expected?: { sequence: number; hash: Buffer }): Promise<ChainFault | undefined> {
    return (await this.verification.verify(expected)).fault;
  }

  /** As the hub asks. */
  query(sql: string, parameters?: unknown[]): Promise<Record<string, unknown>[]> {
    return this.unitOfWork.manager.query(sql, parameters);
  }

  /** As the owner of the tables, who may do everything. */
  async asOwner(sql: string, parameters?: unknown[]): Promise<readonly Record<string, unknown>[]> {
    return (await this.owner.query(sql, parameters)).rows;
  }

  /** As a request of this person from this place. */
  async request<T>(userId: string | undefined, origin: RequestOrigin, work: () => Promise<T>): Promise<T> {
    return runInRequestContext({ requestId: 'a-request', ...(userId ? { userId } : {}) }, work, origin);
  }

  async close(): Promise<void> {
    await this.stop();
    await this.database.drop();
  }

  private async stop(): Promise<void> {
    await this.owner.end();
    await this.context.close();
  }
}
