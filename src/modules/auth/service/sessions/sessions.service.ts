import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { notFound } from '../../../../common/errors/domain-error';
import type { Found, Slice } from '../../../../common/http/paging';
import { Clock } from '../../../../common/time/clock';
import { UnitOfWork } from '../../../../infra/database';
import { currentRequestOrigin } from '../../../../infra/logging';
import { AuditLog } from '../../../audit';
import { invalidCredentials, invalidRefreshToken, reusedRefreshToken } from '../../domain/auth.errors';
import { deviceOf } from '../../domain/device';
import { isFreshSession, type SessionSummary } from '../../domain/session';
import { SessionsRepository } from '../../persistence/sessions.repository';
import { AccountMails } from '../mails/account-mails.service';
import { SESSION_SECONDS, type TokenSubject, TokensService } from './tokens.service';

export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** How somebody proved who they are. */
export type SignInMethod = 'password' | 'password+totp' | 'password+recovery-code';

/** Opens, continues and ends sign-ins. The rows decide; a token is only a claim about them. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly tokens: TokensService,
    private readonly mails: AccountMails,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * A new session; a device that this person has never used before is told to the person by mail.
   * @param passwordHash the stored one that was checked: when it is another one by now, nobody is signed in
   * @param sessionId of a session that never was
   * @throws DomainError `invalid-credentials`
   */
  async open(userId: string, method: SignInMethod, passwordHash: string, sessionId = uuid()): Promise<TokenPair> {
    const now = this.clock.now();
    const subject = { userId, sessionId };
    const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
    const pair = await this.signPair(subject, expiresAt);
    await this.unitOfWork.run(async () => {
      if (!(await this.sessions.holdPerson(userId, passwordHash))) throw invalidCredentials();
      // Somebody may have set a second factor up since it was asked for.
      if (method === 'password' && (await this.sessions.hasSecondFactor(userId))) throw invalidCredentials();
      const place = whereFrom();
      const devices = await this.sessions.findDevices(userId);
      await this.sessions.insert({
        ...place,
        id: subject.sessionId,
        userId,
        refreshTokenHash: this.tokens.hash(pair.refreshToken),
        createdAt: now,
        expiresAt,
        refreshedAt: now,
        endedAt: null,
      });
      if (devices.size > 0 && !devices.has(place.device)) await this.mails.tellOfNewDevice(userId);
      await this.audit.record({
        action: 'sign-in.succeeded',
        actorId: userId,
        subject: { type: 'user', id: userId },
        details: { method, session: subject.sessionId },
      });
    });
    return pair;
  }

  /**
   * Gives a new pair for a refresh token that was never used; a used one means that somebody else has it too, so the
   * whole session ends. @throws DomainError `invalid-refresh-token`
   */
  async refresh(refreshToken: string): Promise<TokenPair> {
    const subject = await this.tokens.verify('refresh', refreshToken);
    const now = this.clock.now();
    const isLive = subject && (await this.sessions.findSignedIn(subject.sessionId, subject.userId, now));
    const session = isLive && (await this.sessions.findById(subject.sessionId));
    if (!session) throw invalidRefreshToken();
    const pair = await this.signPair(subject, session.expiresAt);
    const rotation = { ...whereFrom(), refreshTokenHash: this.tokens.hash(pair.refreshToken), refreshedAt: now };
    if (await this.sessions.rotate(session.id, this.tokens.hash(refreshToken), rotation)) return pair;
    throw (await this.endReused(subject, now)) ? reusedRefreshToken() : invalidRefreshToken();
  }

  /** Ends the session of this token; a token that means nothing ends nothing. */
  async end(refreshToken: string): Promise<void> {
    const subject = await this.tokens.verify('refresh', refreshToken);
    if (subject) await this.endOne(subject.userId, subject.sessionId, 'signed-out');
  }

  /** Sessions of this person that still live, the one used last first. */
  list(userId: string, slice: Slice): Promise<Found<SessionSummary>> {
    return this.sessions.findLive(userId, this.clock.now(), slice);
  }

  /** @throws DomainError `not-found` when it is not this person's, or over */
  async endOwn(userId: string, sessionId: string): Promise<void> {
    if (!(await this.endOne(userId, sessionId, 'ended-by-owner'))) throw notFound('session');
  }

  /** Answers whether it was this call that ended it. Recorded in the same transaction. */
  endOne(userId: string, sessionId: string, reason: string): Promise<boolean> {
    return this.unitOfWork.run(async () => {
      const isEnded = await this.sessions.end(sessionId, userId, this.clock.now());
      if (isEnded) await this.recordEnd({ userId, sessionId }, reason);
      return isEnded;
    });
  }

  async endOthers(userId: string, exceptId: string): Promise<void> {
    await this.endAll(userId, exceptId);
  }

  async endAll(userId: string, exceptId?: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      const count = await this.sessions.endAll(userId, this.clock.now(), exceptId);
      if (count === 0) return;
      await this.audit.record({ action: 'session.ended', subject: { type: 'user', id: userId }, details: { count } });
    });
  }

  /** Holds the person until the open transaction ends: sign-ins and what takes rights away wait. */
  holdAccount(userId: string): Promise<void> {
    return this.sessions.holdAccount(userId);
  }

  /** `SessionsRepository.holdSignedIn`, at this instant. */
  holdSignedIn({ userId, sessionId }: TokenSubject, passwordHash?: string): Promise<boolean> {
    return this.sessions.holdSignedIn(sessionId, userId, this.clock.now(), passwordHash);
  }

  /** Whether there is or was such a session. */
  async wasOpened(sessionId: string): Promise<boolean> {
    return (await this.sessions.findById(sessionId)) !== null;
  }

  /** Whether the password was given for this session within the last five minutes. */
  async isFresh(sessionId: string): Promise<boolean> {
    const session = await this.sessions.findById(sessionId);
    return session !== null && isFreshSession(session.createdAt, this.clock.now());
  }

  /** Only the first replay of many at once finds something to end. It ends first, whether or not that can be recorded. */
  private async endReused({ userId, sessionId }: TokenSubject, now: Date): Promise<boolean> {
    if (!(await this.sessions.end(sessionId, userId, now))) return false;
    await this.audit.record({
      action: 'session.refresh-token-reused',
      outcome: 'denied',
      actorId: null,
      subject: { type: 'user', id: userId },
      details: { session: sessionId },
    });
    return true;
  }

  private recordEnd({ userId, sessionId }: TokenSubject, reason: string): Promise<void> {
    return this.audit.record({
      action: 'session.ended',
      actorId: userId,
      subject: { type: 'user', id: userId },
      details: { session: sessionId, reason },
    });
  }

  private async signPair(subject: TokenSubject, expiresAt: Date): Promise<TokenPair> {
    const [accessToken, refreshToken] = await Promise.all([
      this.tokens.signAccess(subject),
      this.tokens.signRefresh(subject, expiresAt),
    ]);
    return { accessToken, refreshToken };
  }
}

const whereFrom = (): Pick<SessionSummary, 'device' | 'address'> => {
  const { address, userAgent } = currentRequestOrigin() ?? { address: '', userAgent: '' };
  return { device: deviceOf(userAgent), address };
};
