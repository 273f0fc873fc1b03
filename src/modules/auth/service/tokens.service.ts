import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { validate as isUuid } from 'uuid';
import { Clock } from '../../../common/time/clock';
import { AuthConfig } from '../../../config';

const ISSUER = 'utah-contracting-hub';
const AUDIENCE = 'utah-contracting-hub-api';
const ALGORITHM = 'HS256';

export const ACCESS_TOKEN_SECONDS = 15 * 60;
export const SESSION_SECONDS = 7 * 24 * 60 * 60;

type TokenUse = 'access' | 'refresh';

export interface TokenSubject {
  readonly userId: string;
  readonly sessionId: string;
}

const isId = (value: unknown): value is string => typeof value === 'string' && isUuid(value);

/** Signs and verifies the two kinds of tokens. Everything that a verifier could be lenient about is pinned here. */
@Injectable()
export class TokensService {
  constructor(
    private readonly jwt: JwtService,
    private readonly config: AuthConfig,
    private readonly clock: Clock,
  ) {}

  signAccess(subject: TokenSubject): Promise<string> {
    return this.sign('access', subject, this.seconds() + ACCESS_TOKEN_SECONDS);
  }

  /** @param expiresAt absolute end of the session; a refresh never moves it */
  signRefresh(subject: TokenSubject, expiresAt: Date): Promise<string> {
    return this.sign('refresh', subject, Math.floor(expiresAt.getTime() / 1000));
  }

  /** Nothing for any token that is not exactly one of ours, of this use, and in time. */
  async verify(use: TokenUse, token: string): Promise<TokenSubject | undefined> {
    try {
      const payload = await this.jwt.verifyAsync<Record<string, unknown>>(token, {
        secret: this.secret(use),
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        clockTimestamp: this.seconds(),
        clockTolerance: 0,
        maxAge: SESSION_SECONDS,
      });
      return this.subjectOf(use, payload);
    } catch {
      return undefined;
    }
  }

  hash(token: string): string {
    return createHash('sha256').update(token).digest('base64url');
  }

  private subjectOf(
    use: TokenUse,
    { token_use, sub, sid, iat, exp }: Record<string, unknown>,
  ): TokenSubject | undefined {
    const isTimely = typeof iat === 'number' && typeof exp === 'number' && iat <= this.seconds();
    if (token_use !== use || !isTimely || !isId(sub) || !isId(sid)) return undefined;
    return { userId: sub, sessionId: sid };
  }

  private sign(use: TokenUse, { userId, sessionId }: TokenSubject, exp: number): Promise<string> {
    const payload = { token_use: use, sub: userId, sid: sessionId, iat: this.seconds(), exp, jti: randomUUID() };
    return this.jwt.signAsync(
      { ...payload, iss: ISSUER, aud: AUDIENCE },
      { secret: this.secret(use), algorithm: ALGORITHM },
    );
  }

  private secret(use: TokenUse): string {
    return use === 'access' ? this.config.accessSecret : this.config.refreshSecret;
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}
