import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan, Not, type Repository } from 'typeorm';
import type { Principal } from '../../../common/auth/principal';
import type { Found, Slice } from '../../../common/http/paging';
import { UnitOfWork } from '../../../infra/database';
import type { SessionSummary } from '../domain/session';
import { SessionEntity } from './session.entity';

/** A principal before it is known what the role demands. */
export type SignedIn = Omit<Principal, 'mustEnrolSecondFactor'> & { readonly hasSecondFactor: boolean };

/** What a refresh leaves in the row. */
export type Rotation = Pick<SessionEntity, 'refreshTokenHash' | 'refreshedAt' | 'device' | 'address'>;

/** Who is asking, on every request. `$1` session, `$2` person, `$3` now. */
export const SIGNED_IN_SQL = `
  SELECT person.id AS "userId", session.id AS "sessionId", person.role, person.is_verified AS "isVerified",
         person.agency_id AS "agencyId", factor.user_id IS NOT NULL AS "hasSecondFactor"
    FROM sessions session
    JOIN users person ON person.id = session.user_id
    LEFT JOIN second_factors factor ON factor.user_id = person.id AND factor.confirmed_at IS NOT NULL
   WHERE session.id = $1 AND session.user_id = $2 AND session.ended_at IS NULL AND session.expires_at > $3
     AND person.is_active`;

@Injectable()
export class SessionsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Whether the person may still sign in with the password that was checked a moment ago; holds it so until the open
   * transaction ends: whoever takes a right away meanwhile waits, and then finds the new session.
   */
  async holdPerson(userId: string, passwordHash: string): Promise<boolean> {
    const rows: unknown[] = await this.unitOfWork.manager.query(
      'SELECT 1 FROM users WHERE id = $1 AND is_active AND password_hash = $2 FOR SHARE',
      [userId, passwordHash],
    );
    return rows.length > 0;
  }

  /**
   * Whether this session still lives and its person still has this password (any, where none is given); holds both rows so
   * until the open transaction ends. What takes rights away holds the person first, too.
   */
  async holdSignedIn(sessionId: string, userId: string, now: Date, passwordHash?: string): Promise<boolean> {
    const rows: unknown[] = await this.unitOfWork.manager.query(
      `SELECT 1 FROM users person JOIN sessions session ON session.user_id = person.id
        WHERE person.id = $1 AND session.id = $2 AND session.ended_at IS NULL AND session.expires_at > $3
          AND person.is_active AND ($4::text IS NULL OR person.password_hash = $4)
          FOR NO KEY UPDATE OF person, session`,
      [userId, sessionId, now, passwordHash ?? null],
    );
    return rows.length > 0;
  }

  /** Holds the person until the open transaction ends: nobody signs in, and no right is taken away, meanwhile. */
  async holdAccount(userId: string): Promise<void> {
    await this.unitOfWork.manager.query('SELECT 1 FROM users WHERE id = $1 FOR NO KEY UPDATE', [userId]);
  }

  async hasSecondFactor(userId: string): Promise<boolean> {
    const rows: unknown[] = await this.unitOfWork.manager.query(
      'SELECT 1 FROM second_factors WHERE user_id = $1 AND confirmed_at IS NOT NULL',
      [userId],
    );
    return rows.length > 0;
  }

  async insert(session: SessionEntity): Promise<void> {
    await this.sessions.insert(session);
  }

  /** Swaps the token only if `oldHash` is still the good one: of many at once exactly one succeeds. */
  async rotate(id: string, oldHash: string, rotation: Rotation): Promise<boolean> {
    const { affected } = await this.sessions.update({ id, refreshTokenHash: oldHash, endedAt: IsNull() }, rotation);
    return affected === 1;
  }

  /** Answers whether it was this call that ended it. */
  async end(id: string, userId: string, now: Date): Promise<boolean> {
    const { affected } = await this.sessions.update({ id, userId, endedAt: IsNull() }, { endedAt: now });
    return affected === 1;
  }

  /** Ends all sessions of a person, or all but one; answers how many. */
  async endAll(userId: string, now: Date, exceptId?: string): Promise<number> {
    const others = exceptId === undefined ? {} : { id: Not(exceptId) };
    const { affected } = await this.sessions.update({ userId, endedAt: IsNull(), ...others }, { endedAt: now });
    return affected ?? 0;
  }

  /** Who a live session belongs to, as the rows say at this moment; nothing when it ended or the person is not active. */
  async findSignedIn(sessionId: string, userId: string, now: Date): Promise<SignedIn | undefined> {
    const rows: SignedIn[] = await this.unitOfWork.manager.query(SIGNED_IN_SQL, [sessionId, userId, now]);
    return rows[0];
  }

  findById(id: string): Promise<SessionEntity | null> {
    return this.sessions.findOneBy({ id });
  }

  /** Those that still live, the one used last first. */
  findLive(userId: string, now: Date, { limit, offset }: Slice): Promise<Found<SessionSummary>> {
    return this.sessions.findAndCount({
      where: { userId, endedAt: IsNull(), expiresAt: MoreThan(now) },
      order: { refreshedAt: 'DESC', id: 'DESC' },
      take: limit,
      skip: offset,
    });
  }

  /** Which devices a person has signed in with before; at most 200 sessions back. */
  async findDevices(userId: string): Promise<ReadonlySet<string>> {
    const sessions = await this.sessions.find({
      select: { id: true, device: true },
      where: { userId },
      order: { createdAt: 'DESC' },
      take: 200,
    });
    return new Set(sessions.map(({ device }) => device));
  }

  /** IP addresses from which the account with this e-mail address was used since then; at most 100, the latest first. */
  async findAddresses(email: string, since: Date): Promise<readonly string[]> {
    const rows: { address: string }[] = await this.unitOfWork.manager.query(
      `SELECT session.address FROM users person JOIN sessions session ON session.user_id = person.id
        WHERE person.email = $1 AND session.refreshed_at > $2 ORDER BY session.refreshed_at DESC LIMIT 100`,
      [email, since],
    );
    return rows.map(({ address }) => address);
  }

  /** @param expiredBefore sessions whose absolute end lies before this are forgotten */
  async deleteExpired(expiredBefore: Date): Promise<void> {
    await this.sessions.delete({ expiresAt: LessThan(expiredBefore) });
  }

  private get sessions(): Repository<SessionEntity> {
    return this.unitOfWork.manager.getRepository(SessionEntity);
  }
}
