import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, Not, type Repository } from 'typeorm';
import { UnitOfWork } from '../../../infra/database';
import type { SecondFactor } from '../domain/second-factor';
import { RecoveryCodeEntity } from './recovery-code.entity';
import { SecondFactorEntity } from './second-factor.entity';

export type SealedSecret = Pick<SecondFactor, 'keyId' | 'sealedSecret'>;

@Injectable()
export class SecondFactorsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  isConfirmed(userId: string): Promise<boolean> {
    return this.factors.existsBy({ userId, confirmedAt: Not(IsNull()) });
  }

  /** Holds the row until the open transaction ends: whoever else wants to change the factor waits. */
  hold(userId: string): Promise<SecondFactor | null> {
    return this.factors.findOne({ where: { userId }, lock: { mode: 'pessimistic_write' } });
  }

  /** Stores an unconfirmed factor in place of an earlier unconfirmed one; false when there is a confirmed one. */
  async begin(userId: string, { keyId, sealedSecret }: SealedSecret, now: Date): Promise<boolean> {
    const rows: unknown[] = await this.unitOfWork.manager.query(
      `INSERT INTO second_factors AS known (user_id, key_id, sealed_secret, last_step, created_at)
       VALUES ($1, $2, $3, 0, $4)
       ON CONFLICT (user_id) DO UPDATE
         SET key_id = excluded.key_id, sealed_secret = excluded.sealed_secret, created_at = excluded.created_at
         WHERE known.confirmed_at IS NULL
       RETURNING user_id`,
      [userId, keyId, sealedSecret, now],
    );
    return rows.length === 1;
  }

  async confirm(userId: string, step: number, addressVerified: boolean, now: Date): Promise<void> {
    const confirmed = { lastStep: step, confirmedAt: now, addressVerified };
    await this.factors.update({ userId, confirmedAt: IsNull() }, confirmed);
  }

  /** Whoever set a factor up before is taken for the owner of the address from now on. */
  async markAddressVerified(userId: string): Promise<void> {
    await this.factors.update({ userId }, { addressVerified: true });
  }

  /** Uses this time step up, and all before it: of many at once exactly one gets true. Leaves the secret sealed like this. */
  async acceptStep(userId: string, step: number, { keyId, sealedSecret }: SealedSecret): Promise<boolean> {
    const { affected } = await this.factors.update(
      { userId, confirmedAt: Not(IsNull()), lastStep: LessThan(step) },
      { keyId, sealedSecret, lastStep: step },
    );
    return affected === 1;
  }

  /** Of many at once exactly one gets true. */
  async useRecoveryCode(userId: string, codeHash: string, now: Date): Promise<boolean> {
    const { affected } = await this.recoveryCodes.update({ userId, codeHash, usedAt: IsNull() }, { usedAt: now });
    return affected === 1;
  }

  countUnusedRecoveryCodes(userId: string): Promise<number> {
    return this.recoveryCodes.countBy({ userId, usedAt: IsNull() });
  }

  async replaceRecoveryCodes(userId: string, codeHashes: readonly string[]): Promise<void> {
    await this.recoveryCodes.delete({ userId });
    await this.recoveryCodes.insert(codeHashes.map((codeHash) => ({ userId, codeHash, usedAt: null })));
  }

  /** With its recovery codes. Answers whether there was one, confirmed or not. */
  async remove(userId: string): Promise<boolean> {
    const { affected } = await this.factors.delete({ userId });
    await this.recoveryCodes.delete({ userId });
    return affected === 1;
  }

  private get factors(): Repository<SecondFactorEntity> {
    return this.unitOfWork.manager.getRepository(SecondFactorEntity);
  }

  private get recoveryCodes(): Repository<RecoveryCodeEntity> {
    return this.unitOfWork.manager.getRepository(RecoveryCodeEntity);
  }
}
