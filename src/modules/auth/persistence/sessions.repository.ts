import { Injectable } from '@nestjs/common';
import { IsNull, type Repository } from 'typeorm';
import type { Principal } from '../../../common/auth/principal';
import { UnitOfWork } from '../../../infra/database';
import { SessionEntity } from './session.entity';

@Injectable()
export class SessionsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async insert(session: SessionEntity): Promise<void> {
    await this.sessions.insert(session);
  }

  /** Swaps the token only if `oldHash` is still the good one: of many at once exactly one succeeds. */
  async rotate(id: string, oldHash: string, newHash: string, now: Date): Promise<boolean> {
    const { affected } = await this.sessions.update(
      { id, refreshTokenHash: oldHash, endedAt: IsNull() },
      { refreshTokenHash: newHash, refreshedAt: now },
    );
    return affected === 1;
  }

  async end(id: string, now: Date): Promise<void> {
    await this.sessions.update({ id, endedAt: IsNull() }, { endedAt: now });
  }

  /** Who a live session belongs to, as the rows say at this moment; nothing when it ended or the person is not active. */
  async findPrincipal(sessionId: string, userId: string, now: Date): Promise<Principal | undefined> {
    const rows: Principal[] = await this.unitOfWork.manager.query(
      `SELECT person.id AS "userId", session.id AS "sessionId", person.role, person.is_verified AS "isVerified"
         FROM sessions session JOIN users person ON person.id = session.user_id
        WHERE session.id = $1 AND session.user_id = $2 AND session.ended_at IS NULL AND session.expires_at > $3
          AND person.is_active`,
      [sessionId, userId, now],
    );
    return rows[0];
  }

  /** A session that may still be refreshed: not ended, not expired, its person active. */
  async findLive(sessionId: string, userId: string, now: Date): Promise<{ expiresAt: Date } | undefined> {
    const principal = await this.findPrincipal(sessionId, userId, now);
    const session = principal && (await this.sessions.findOneBy({ id: sessionId }));
    return session ?? undefined;
  }

  private get sessions(): Repository<SessionEntity> {
    return this.unitOfWork.manager.getRepository(SessionEntity);
  }
}
