import { createHash, createSecretKey, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../../../common/time/clock';
import { AuthConfig } from '../../../../config';
import { signingKey } from '../../domain/signing-key';
import {
  AUDIENCE,
  challengeOf,
  type Claims,
  currentClaims,
  ISSUER,
  type SecondFactorChallenge,
  subjectOf,
  TOKEN_KINDS,
  type TokenSubject,
  type TokenUse,
} from '../../domain/token-claims';

export { ACCESS_TOKEN_SECONDS, SECOND_FACTOR_CHALLENGE_SECONDS, SESSION_SECONDS } from '../../domain/token-claims';
export type { TokenSubject } from '../../domain/token-claims';

const ALGORITHM = 'HS256';

/** Members of every header that we write; one with more, such as `crit`, `b64` or `jwk`, is not ours. */
const HEADER_MEMBERS = ['alg', 'kid', 'typ'].join();

/** A key, ready to be used: from a text, the library would find out at every token anew what kind of key it is. */
interface Signer {
  readonly id: string;
  readonly jwt: JwtService;
}

/** The current key, which signs, and those that signed before. */
type Signers = readonly [Signer, ...Signer[]];

const signerOf = (text: string): Signer => {
  const { id, secret } = signingKey(text);
  return { id, jwt: new JwtService({ secret: createSecretKey(Buffer.from(secret)) }) };
};

const signersOf = (current: string, previous: readonly string[]): Signers => [
  signerOf(current),
  ...previous.map(signerOf),
];

/** Signs tokens with the current key of their use, and verifies those of the current and of the previous keys. */
@Injectable()
export class TokensService {
  private readonly signers: Readonly<Record<TokenUse, Signers>>;

  constructor(
    config: AuthConfig,
    private readonly clock: Clock,
  ) {
    const access = signersOf(config.accessSecret, config.previousAccessSecrets);
    const refresh = signersOf(config.refreshSecret, config.previousRefreshSecrets);
    this.signers = { access, refresh, 'second-factor': access };
  }

  signAccess({ userId, sessionId }: TokenSubject): Promise<string> {
    return this.sign('access', userId, { sid: sessionId });
  }

  /** @param sessionEnd absolute end of the session; a refresh never moves it */
  signRefresh({ userId, sessionId }: TokenSubject, sessionEnd: Date): Promise<string> {
    return this.sign('refresh', userId, { sid: sessionId }, Math.floor(sessionEnd.getTime() / 1000));
  }

  /** For somebody whose password was right, and who has to show a second factor within five minutes: names the one session that it may open. */
  signSecondFactorChallenge(userId: string, passwordFingerprint: string): Promise<string> {
    return this.sign('second-factor', userId, { pwf: passwordFingerprint, sid: uuid() });
  }

  /** Nothing for any token that is not exactly one of ours, of this use, and in time. */
  async verify(use: 'access' | 'refresh', token: string): Promise<TokenSubject | undefined> {
    const claims = await this.claimsOf(use, token);
    return claims && subjectOf(claims);
  }

  /** The caller compares the fingerprint with that of the password as it is now. */
  async verifySecondFactorChallenge(token: string): Promise<SecondFactorChallenge | undefined> {
    const claims = await this.claimsOf('second-factor', token);
    return claims && challengeOf(claims);
  }

  hash(token: string): string {
    return createHash('sha256').update(token).digest('base64url');
  }

  private async claimsOf(use: TokenUse, token: string): Promise<Claims | undefined> {
    try {
      const signer = this.signerOf(use, token);
      return currentClaims(use, signer && (await this.payloadOf(token, signer)), this.seconds());
    } catch {
      // The library throws at whatever is no token or was not signed with this key.
      return undefined;
    }
  }

  /** The key that the header names, if the header is one that we write for this use. */
  private signerOf(use: TokenUse, token: string): Signer | undefined {
    const [current] = this.signers[use];
    const { header } = current.jwt.decode<unknown>(token, { complete: true });
    const isOurs = Object.keys(header).sort().join() === HEADER_MEMBERS && header.typ === TOKEN_KINDS[use].type;
    return isOurs ? this.signers[use].find(({ id }) => id === header.kid) : undefined;
  }

  /** What the payload says is judged by one rule, `currentClaims`, and not here too. */
  private async payloadOf(token: string, { jwt }: Signer): Promise<unknown> {
    const ignored = { ignoreExpiration: true, ignoreNotBefore: true };
    const payload: unknown = await jwt.verifyAsync(token, { algorithms: [ALGORITHM], ...ignored });
    return payload;
  }

  /** @param latestEnd in seconds since 1970; the clock that set it may be ahead of ours, and no token outlives its kind */
  private sign(use: TokenUse, userId: string, claims: Claims, latestEnd = Infinity): Promise<string> {
    const [{ id: kid, jwt }] = this.signers[use];
    const { type, longestSeconds } = TOKEN_KINDS[use];
    const iat = this.seconds();
    const exp = Math.min(latestEnd, iat + longestSeconds);
    const issued = { iss: ISSUER, aud: AUDIENCE, iat, exp, jti: randomUUID() };
    return jwt.signAsync(
      { token_use: use, sub: userId, ...claims, ...issued },
      { header: { alg: ALGORITHM, typ: type, kid } },
    );
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}
