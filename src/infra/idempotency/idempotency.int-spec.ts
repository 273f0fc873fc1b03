import { randomUUID } from 'node:crypto';
import { Body, type CanActivate, Controller, type ExecutionContext, HttpCode, Post, Res } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Response } from 'express';
import { Client } from 'pg';
import supertest from 'supertest';
import { Entity, PrimaryColumn } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/support/template-database';
import { testEnvironment } from '../../../test/support/environment';
import type { AuthenticatedRequest } from '../../common/auth/authenticated-request';
import { DomainError } from '../../common/errors/domain-error';
import { configClasses, ConfigModule, loadConfiguration } from '../../config';
import { DatabaseModule, UnitOfWork } from '../database';
import { ProblemDetailsFilter, RefusalRecorder } from '../http';
import { Idempotent } from './idempotent.decorator';
import { IdempotencyModule } from './idempotency.module';

/** Keys refer to it by name. */
@Entity('users')
class UserEntity {
  @PrimaryColumn('uuid')
  id: string;
}

type Handler = (unitOfWork: UnitOfWork, response: Response) => Promise<unknown>;

/** What the handlers of the test do; each test sets it. */
let handler: Handler;
let runs = 0;

const insertThing: Handler = async ({ manager }) => {
  runs += 1;
  await manager.query('INSERT INTO things (run) VALUES ($1)', [runs]);
  return { run: runs };
};

@Controller()
class ThingsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Post('things')
  @Idempotent()
  create(@Body() _: object, @Res({ passthrough: true }) response: Response): Promise<unknown> {
    return handler(this.unitOfWork, response);
  }

  @Post('others')
  @HttpCode(204)
  @Idempotent()
  async createSilently(@Res({ passthrough: true }) response: Response): Promise<void> {
    await handler(this.unitOfWork, response);
  }
}

/** Believes who the caller says to be. */
const trustingGuard: CanActivate = {
  canActivate: (context: ExecutionContext) => {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const userId = request.header('x-user');
    if (userId) {
      const agency = { isVerified: true, agencyId: null, mustEnrolSecondFactor: false };
      request.user = { userId, sessionId: randomUUID(), role: 'viewer', ...agency };
    }
    return true;
  },
};

describe('an idempotent handler', () => {
  let database: TestDatabase;
  let app: NestExpressApplication;
  let userId: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    const owner = new Client(database.ownerUrl);
    await owner.connect();
    await owner.query('CREATE TABLE things (run integer NOT NULL)');
    await owner.query('GRANT ALL ON things TO PUBLIC');
    await owner.end();
    const configuration = loadConfiguration(configClasses, { ...testEnvironment, DATABASE_URL: database.url });
    const module = await Test.createTestingModule({
      imports: [
        ConfigModule.from(configuration),
        DatabaseModule.forProfile('request'),
        TypeOrmModule.forFeature([UserEntity]),
        IdempotencyModule,
      ],
      controllers: [ThingsController],
    }).compile();
    app = module.createNestApplication<NestExpressApplication>();
    app.disable('etag');
    app.useGlobalGuards(trustingGuard);
    app.useGlobalFilters(new ProblemDetailsFilter(new RefusalRecorder()));
    await app.listen(0, '127.0.0.1');
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  beforeEach(async () => {
    handler = insertThing;
    await query('TRUNCATE things');
    userId = randomUUID();
    await query(
      `INSERT INTO users (id, email, password_hash, first_name, last_name, role, is_active, is_verified, created_at, updated_at)
       VALUES ($1::uuid, $1::text, '', 'Ada', 'Snow', 'viewer', true, true, now(), now())`,
      [userId],
    );
  });

  const query = (sql: string, parameters?: unknown[]): Promise<Record<string, unknown>[]> =>
    app.get(UnitOfWork, { strict: false }).manager.query(sql, parameters);
  const count = async (table: string): Promise<unknown> =>
    (await query(`SELECT count(*)::int AS count FROM ${table}`))[0]?.['count'];
  const keysOf = (user: string): Promise<Record<string, unknown>[]> =>
    query('SELECT * FROM idempotency_keys WHERE user_id = $1', [user]);
  const post = async (path = '/things', headers: Record<string, string> = {}): Promise<supertest.Response> =>
    supertest(await app.getUrl())
      .post(path)
      .set({ 'X-User': userId, 'Idempotency-Key': 'one', ...headers })
      .redirects(0)
      .send({ a: 1 });

  it('refuses the key while the first request runs, and then answers as it did', async () => {
    let [begun, finish] = [(): void => undefined, (): void => undefined];
    const running = new Promise<void>((resolve) => (begun = resolve));
    const finished = new Promise<void>((resolve) => (finish = resolve));
    handler = async (unitOfWork, response) => {
      const thing = await insertThing(unitOfWork, response);
      begun();
      await finished;
      return thing;
    };
    const first = post();
    await running;
    handler = insertThing;
    const meanwhile = await post();
    expect([meanwhile.status, meanwhile.body.code]).toEqual([409, 'idempotency-key-in-use']);
    expect((await post('/others', { 'Idempotency-Key': 'two' })).status).toBe(204);
    finish();
    const { status, text } = await first;
    const again = await post();
    expect([again.status, again.text, again.headers['idempotency-replayed']]).toEqual([status, text, 'true']);
  });

  it('keeps nothing of an attempt that fails, and tries again', async () => {
    handler = async (unitOfWork, response) => {
      response.setHeader('ETag', '"1"');
      await insertThing(unitOfWork, response);
      throw new DomainError('conflict', 'out-of-order', 'Out of order.');
    };
    const failed = await post();
    expect([failed.status, failed.headers['etag']]).toEqual([409, undefined]);
    expect([await count('things'), await keysOf(userId)]).toEqual([0, []]);
    handler = insertThing;
    const { status, headers } = await post();
    expect([status, headers['idempotency-replayed'], await count('things')]).toEqual([201, undefined, 1]);
  });

  it('does nothing when its answer cannot be stored', async () => {
    expect((await post('/things', { 'X-User': randomUUID() })).status).toBe(404);
    expect(await count('things')).toBe(0);
  });

  it('runs again when another transaction stood in its way', async () => {
    let tries = 0;
    handler = async (unitOfWork, response) => {
      const thing = await insertThing(unitOfWork, response);
      if ((tries += 1) === 1) throw Object.assign(new Error('could not serialize access'), { code: '40001' });
      return thing;
    };
    const { status, text } = await post();
    expect([status, tries, await count('things')]).toEqual([201, 2, 1]);
    expect((await post()).text).toBe(text);
  });

  it('runs for itself without a key', async () => {
    const bare = { 'X-User': userId };
    const answers = [1, 2].map(async () =>
      supertest(await app.getUrl())
        .post('/things')
        .set(bare)
        .send({}),
    );
    for (const { status, type } of await Promise.all(answers))
      expect([status, type]).toEqual([201, 'application/json']);
    expect([await count('things'), await keysOf(userId)]).toEqual([2, []]);
  });

  it('tells operations and questions apart', async () => {
    await post();
    const silent = await post('/others');
    expect([silent.status, silent.headers['idempotency-replayed'], await count('things')]).toEqual([204, undefined, 2]);
    const other = await post('/things?dry=1');
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('replays answers without a body, with the status and tag that they had', async () => {
    handler = async (unitOfWork, response) => {
      response.status(202).setHeader('ETag', '"7"');
      await insertThing(unitOfWork, response);
    };
    for (const path of ['/things', '/others']) {
      const [first, again] = [await post(path), await post(path)];
      expect([first.status, first.text, first.headers['etag']]).toEqual([202, '', '"7"']);
      expect([again.status, again.text, again.headers['etag']]).toEqual([202, '', '"7"']);
      expect(again.headers['idempotency-replayed']).toBe('true');
    }
  });

  it('sends text that is JSON already as it is', async () => {
    handler = async (unitOfWork, response) => {
      response.type('application/json; charset=utf-8');
      return JSON.stringify(await insertThing(unitOfWork, response), null, 1);
    };
    const [first, again] = [await post(), await post()];
    expect([first.text, first.headers['content-type']]).toEqual([
      `{\n "run": ${runs}\n}`,
      'application/json; charset=utf-8',
    ]);
    expect([again.text, again.headers['content-type']]).toEqual([first.text, first.headers['content-type']]);
  });

  it('keeps no answer that does not tell of success', async () => {
    handler = async (unitOfWork, response) => {
      response.status(303);
      return insertThing(unitOfWork, response);
    };
    expect([(await post()).status, (await post()).status, await count('things')]).toEqual([303, 303, 2]);
    expect(await keysOf(userId)).toEqual([]);
  });

  it('stores neither the key nor what was asked', async () => {
    await post('/things', { 'Idempotency-Key': 'blue-grouse' });
    const [row] = await keysOf(userId);
    expect(row).toMatchObject({ status: 201, entity_tag: null, body: expect.stringMatching(/^{"run":\d+}$/) });
    expect(JSON.stringify(row)).not.toContain('grouse');
  });

  it('needs to know who asks', async () => {
    expect((await post('/things', { 'X-User': '' })).status).toBe(401);
    expect(await count('things')).toBe(0);
  });
});
