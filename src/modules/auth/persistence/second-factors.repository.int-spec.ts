import { randomUUID } from 'node:crypto';
import { DataSource, Entity, PrimaryColumn } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/template-database';
import { UnitOfWork } from '../../../infra/database';
import type { SecondFactor } from '../domain/second-factor';
import { RecoveryCodeEntity } from './recovery-code.entity';
import { SecondFactorEntity } from './second-factor.entity';
import { type SealedSecret, SecondFactorsRepository } from './second-factors.repository';

const NOW = new Date('2026-04-10T12:00:00Z');
const MANY = 50;

/** What the foreign keys point to; the table is the real one. */
@Entity('users')
class UserEntity {
  @PrimaryColumn('uuid')
  id: string;
}

const secretOf = (text: string): SealedSecret => ({ keyId: 'key', sealedSecret: Buffer.from(text) });
const atOnce = <T>(work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: MANY }, (_, index) => work(index)));
const isTrue = (outcome: unknown): boolean => outcome === true;

describe('second factors', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let unitOfWork: UnitOfWork;
  let factors: SecondFactorsRepository;

  beforeAll(async () => {
    database = await createTestDatabase();
    const entities = [UserEntity, SecondFactorEntity, RecoveryCodeEntity];
    dataSource = await new DataSource({ type: 'postgres', url: database.url, poolSize: 10, entities }).initialize();
    unitOfWork = new UnitOfWork(dataSource);
    factors = new SecondFactorsRepository(unitOfWork);
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const aPerson = async (): Promise<string> => {
    const id = randomUUID();
    await dataSource.query(
      `INSERT INTO users (id, email, password_hash, first_name, last_name, role, is_active, is_verified, created_at, updated_at)
       VALUES ($1, $2, '', 'Ada', 'Snow', 'admin', true, true, $3, $3)`,
      [id, `${id}@example.test`, NOW],
    );
    return id;
  };

  const confirmed = async (step = 100): Promise<string> => {
    const id = await aPerson();
    await factors.begin(id, secretOf('sealed'), NOW);
    await factors.confirm(id, step, true, NOW);
    return id;
  };

  const stored = (id: string): Promise<SecondFactor | null> => unitOfWork.run(() => factors.hold(id));

  it('are required once they are confirmed', async () => {
    const id = await aPerson();
    expect(await factors.isConfirmed(id)).toBe(false);
    await factors.begin(id, secretOf('sealed'), NOW);
    expect(await factors.isConfirmed(id)).toBe(false);
    await factors.confirm(id, 100, true, NOW);
    expect(await factors.isConfirmed(id)).toBe(true);
    expect(await stored(id)).toEqual({
      ...secretOf('sealed'),
      userId: id,
      lastStep: 100,
      addressVerified: true,
      createdAt: NOW,
      confirmedAt: NOW,
    });
  });

  it('are replaced while they are not confirmed, and never afterwards', async () => {
    const id = await aPerson();
    expect(await factors.begin(id, secretOf('first'), NOW)).toBe(true);
    expect(await factors.begin(id, secretOf('second'), NOW)).toBe(true);
    await factors.confirm(id, 100, true, NOW);
    expect(await factors.begin(id, secretOf('third'), NOW)).toBe(false);
    expect(await stored(id)).toMatchObject(secretOf('second'));
  });

  it('take each time step once, whoever asks at once', async () => {
    const id = await confirmed();
    const outcomes = await atOnce(() => factors.acceptStep(id, 101, secretOf('sealed')));
    expect(outcomes.filter(isTrue)).toHaveLength(1);
  });

  it('take no step before one that was taken, and leave the secret sealed anew with the one that is', async () => {
    const id = await confirmed();
    expect(await factors.acceptStep(id, 100, secretOf('other'))).toBe(false);
    expect(await stored(id)).toMatchObject(secretOf('sealed'));
    expect(await factors.acceptStep(id, 102, secretOf('anew'))).toBe(true);
    expect(await factors.acceptStep(id, 101, secretOf('other'))).toBe(false);
    expect(await stored(id)).toMatchObject({ ...secretOf('anew'), lastStep: 102 });
  });

  it('take no step while they are not confirmed', async () => {
    const id = await aPerson();
    await factors.begin(id, secretOf('sealed'), NOW);
    expect(await factors.acceptStep(id, 101, secretOf('sealed'))).toBe(false);
  });

  it('take each recovery code once, whoever asks at once, and from its owner alone', async () => {
    const [id, other] = [await confirmed(), await confirmed()];
    await factors.replaceRecoveryCodes(id, ['one', 'two']);
    await factors.replaceRecoveryCodes(other, ['three']);
    const outcomes = await atOnce(() => factors.useRecoveryCode(id, 'one', NOW));
    expect(outcomes.filter(isTrue)).toHaveLength(1);
    expect(await factors.useRecoveryCode(id, 'three', NOW)).toBe(false);
    expect([await factors.countUnusedRecoveryCodes(id), await factors.countUnusedRecoveryCodes(other)]).toEqual([1, 1]);
  });

  it('have the recovery codes of one renewal when there are many at once', async () => {
    const id = await confirmed();
    await atOnce((renewal) =>
      unitOfWork.run(async () => {
        await factors.hold(id);
        await factors.replaceRecoveryCodes(id, [`${renewal}-a`, `${renewal}-b`]);
      }),
    );
    expect(await factors.countUnusedRecoveryCodes(id)).toBe(2);
  });

  it('go with their recovery codes', async () => {
    const id = await confirmed();
    await factors.replaceRecoveryCodes(id, ['one']);
    const outcomes = await atOnce(() => unitOfWork.run(() => factors.remove(id)));
    expect(outcomes.filter(isTrue)).toHaveLength(1);
    expect([await factors.isConfirmed(id), await factors.useRecoveryCode(id, 'one', NOW)]).toEqual([false, false]);
  });
});
