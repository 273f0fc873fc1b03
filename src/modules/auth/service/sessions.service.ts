import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Principal } from '../../../common/auth/principal';
import { Clock } from '../../../common/time/clock';
import { invalidRefreshToken } from '../domain/auth.errors';
import { SessionsRepository } from '../persistence/sessions.repository';
import { SESSION_SECONDS, type TokenSubject, TokensService } from './tokens.service';

export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Opens, continues and ends sign-ins. The rows decide; a token is only a claim about them. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly tokens: TokensService,
    private readonly clock: Clock,
  ) {}

  async open(userId: string): Promise<TokenPair> {
    const now = this.clock.now();
    const subject = { userId, sessionId: uuid() };
    const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
    const pair = await this.signPair(subject, expiresAt);
    await this.sessions.insert({
      id: subject.sessionId,
      userId,
      refreshTokenHash: this.tokens.hash(pair.refreshToken),
      createdAt: now,
      expiresAt,
      refreshedAt: now,
      endedAt: null,
    });
    return pair;
  }

  /**
   * Gives a new pair for a refresh token that was never used; a used one means that somebody else has it too, so the
   * whole session ends. @throws DomainError `invalid-refresh-token`
   */
  async refresh(refreshToken: string): Promise<TokenPair> {
    const subject = await this.tokens.verify('refresh', refreshToken);
    const live = subject && (await this.sessions.findLive(subject.sessionId, subject.userId, this.clock.now()));
    if (!subject || !live) throw invalidRefreshToken();
    const pair = await this.signPair(subject, live.expiresAt);
    const [oldHash, newHash] = [refreshToken, pair.refreshToken].map((token) => this.tokens.hash(token));
    const now = this.clock.now();
    if (oldHash && newHash && (await this.sessions.rotate(subject.sessionId, oldHash, newHash, now))) return pair;
    await this.sessions.end(subject.sessionId, now);
    throw invalidRefreshToken();
  }

  /** Ends the session of this token; a token that means nothing ends nothing. */
  async end(refreshToken: string): Promise<void> {
    const subject = await this.tokens.verify('refresh', refreshToken);
    if (subject) await this.sessions.end(subject.sessionId, this.clock.now());
  }

  async principalOf(accessToken: string): Promise<Principal | undefined> {
    const subject = await this.tokens.verify('access', accessToken);
    return subject && this.sessions.findPrincipal(subject.sessionId, subject.userId, this.clock.now());
  }

  private async signPair(subject: TokenSubject, expiresAt: Date): Promise<TokenPair> {
    const [accessToken, refreshToken] = await Promise.all([
      this.tokens.signAccess(subject),
      this.tokens.signRefresh(subject, expiresAt),
    ]);
    return { accessToken, refreshToken };
  }
}
