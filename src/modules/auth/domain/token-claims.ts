import { validate as isUuid } from 'uuid';

/** `second-factor` stands between the password and the second factor, and opens nothing else. */
export type TokenUse = 'access' | 'refresh' | 'second-factor';

export const ACCESS_TOKEN_SECONDS = 15 * 60;
export const SESSION_SECONDS = 7 * 24 * 60 * 60;
export const SECOND_FACTOR_CHALLENGE_SECONDS = 5 * 60;

/** What sets the tokens of one use apart: their `typ` (RFC 8725 section 3.11; `at+jwt` as in RFC 9068) and their longest life. */
export const TOKEN_KINDS: Readonly<Record<TokenUse, { readonly type: string; readonly longestSeconds: number }>> = {
  access: { type: 'at+jwt', longestSeconds: ACCESS_TOKEN_SECONDS },
  refresh: { type: 'rt+jwt', longestSeconds: SESSION_SECONDS },
  'second-factor': { type: 'mfa+jwt', longestSeconds: SECOND_FACTOR_CHALLENGE_SECONDS },
};

export const ISSUER = 'utah-contracting-hub';
export const AUDIENCE = 'utah-contracting-hub-api';

/** How far the clock of the process that signed a token may be ahead of this one. */
const CLOCKS_DIFFER_SECONDS = 5;

export type Claims = Readonly<Record<string, unknown>>;

export interface TokenSubject {
  readonly userId: string;
  readonly sessionId: string;
}

/** Stands for a session that may be opened: when there is or was one with this id, the challenge was met already. */
export interface SecondFactorChallenge extends TokenSubject {
  /** Of the password that was given: another one makes the challenge void. */
  readonly passwordFingerprint: string;
}

/** The claims of a payload that says exactly what a token of this use says, and is good at `now` (seconds since 1970). */
export const currentClaims = (use: TokenUse, payload: unknown, now: number): Claims | undefined => {
  if (!isObject(payload)) return undefined;
  const isOurs = payload['iss'] === ISSUER && payload['aud'] === AUDIENCE && payload['token_use'] === use;
  return isOurs && isTimely(payload, TOKEN_KINDS[use].longestSeconds, now) ? payload : undefined;
};

export const subjectOf = ({ sub, sid }: Claims): TokenSubject | undefined =>
  isId(sub) && isId(sid) ? { userId: sub, sessionId: sid } : undefined;

export const challengeOf = (claims: Claims): SecondFactorChallenge | undefined => {
  const [subject, { pwf }] = [subjectOf(claims), claims];
  return subject && typeof pwf === 'string' ? { ...subject, passwordFingerprint: pwf } : undefined;
};

/** Nothing is lenient here but for `iat` and `nbf`, by the difference of two clocks. */
const isTimely = ({ iat, nbf = iat, exp }: Claims, longestSeconds: number, now: number): boolean => {
  if (!isSeconds(iat) || !isSeconds(nbf) || !isSeconds(exp)) return false;
  return Math.max(iat, nbf) <= now + CLOCKS_DIFFER_SECONDS && now < exp && exp - iat <= longestSeconds;
};

const isObject = (value: unknown): value is Claims => typeof value === 'object' && value !== null;

const isSeconds = (value: unknown): value is number => Number.isSafeInteger(value);

const isId = (value: unknown): value is string => typeof value === 'string' && isUuid(value);
