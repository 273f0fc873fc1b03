import { createHmac, randomUUID } from 'node:crypto';
import { Clock } from '../../../../common/time/clock';
import { AuthConfig } from '../../../../config';
import { SESSION_SECONDS, TokensService, type TokenSubject } from './tokens.service';

const NOW = new Date('2026-04-10T12:00:00Z');
const MINUTE = 60;
const [OLD, NEW, REFRESH, OTHER] = ['o', 'n', 'r', 'x'].map((letter) => letter.repeat(40));

const tokensWith = (config: object = {}, seconds = 0): TokensService => {
  const secrets = { accessSecret: NEW, previousAccessSecrets: [], refreshSecret: REFRESH, previousRefreshSecrets: [] };
  const clock = Clock.from(new Date(NOW.getTime() + seconds * 1000));
  return new TokensService(Object.assign(new AuthConfig(), secrets, config), clock);
};

const subject: TokenSubject = { userId: randomUUID(), sessionId: randomUUID() };
const sessionEnd = new Date(NOW.getTime() + SESSION_SECONDS * 1000);
const tokens = tokensWith();

const partOf = (token: string, index: number): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[index] ?? '', 'base64url').toString());

/** The same token with other claims, signed with this key. */
const changed = (token: string, claims: object, secret = NEW ?? ''): string => {
  const payload = Buffer.from(JSON.stringify({ ...partOf(token, 1), ...claims })).toString('base64url');
  const signed = `${token.split('.')[0]}.${payload}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
};

describe('TokensService', () => {
  it('knows its own tokens again, each for its use and no other', async () => {
    const access = await tokens.signAccess(subject);
    const refresh = await tokens.signRefresh(subject, sessionEnd);
    const challenge = await tokens.signSecondFactorChallenge(subject.userId, 'fingerprint');
    const answersTo = async (token: string): Promise<unknown> => [
      await tokens.verify('access', token),
      await tokens.verify('refresh', token),
      await tokens.verifySecondFactorChallenge(token),
    ];
    expect(await answersTo(access)).toEqual([subject, undefined, undefined]);
    expect(await answersTo(refresh)).toEqual([undefined, subject, undefined]);
    expect(await answersTo(challenge)).toEqual([
      undefined,
      undefined,
      { userId: subject.userId, passwordFingerprint: 'fingerprint', sessionId: expect.any(String) },
    ]);
  });

  it('knows the refresh token of a session that was opened by a clock ahead', async () => {
    const behind = tokensWith({}, -5);
    expect(await behind.verify('refresh', await behind.signRefresh(subject, sessionEnd))).toEqual(subject);
  });

  it('never signs the same token twice', async () => {
    expect(await tokens.signAccess(subject)).not.toBe(await tokens.signAccess(subject));
  });

  it.each([
    ['access', 15 * MINUTE, () => tokens.signAccess(subject)],
    ['refresh', SESSION_SECONDS, () => tokens.signRefresh(subject, sessionEnd)],
    ['challenge', 5 * MINUTE, () => tokens.signSecondFactorChallenge(subject.userId, 'fingerprint')],
  ])('lets a token for %s live for %i seconds, to the second', async (use, seconds, sign) => {
    const token = await sign();
    const isGoodAfter = async (passed: number): Promise<boolean> => {
      const later = tokensWith({}, passed);
      const found =
        use === 'challenge'
          ? await later.verifySecondFactorChallenge(token)
          : await later.verify(use === 'access' ? 'access' : 'refresh', token);
      return found !== undefined;
    };
    expect([await isGoodAfter(seconds - 1), await isGoodAfter(seconds)]).toEqual([true, false]);
    expect([await isGoodAfter(-5), await isGoodAfter(-6)]).toEqual([true, false]);
  });

  it.each([
    ['no fingerprint', { pwf: undefined }],
    ['a fingerprint that is no text', { pwf: ['fingerprint'] }],
    ['no session to open', { sid: undefined }],
    ['nobody', { sub: undefined }],
    ['a person who is no id', { sub: "' OR 1=1 --" }],
    ['another use', { token_use: 'access' }],
    ['a longer life', { exp: NOW.getTime() / 1000 + 5 * MINUTE + 1 }],
    ['another audience', { aud: 'another-api' }],
  ])('refuses the challenge of a second factor with %s', async (_, claims) => {
    const challenge = await tokens.signSecondFactorChallenge(subject.userId, 'fingerprint');
    expect(await tokens.verifySecondFactorChallenge(changed(challenge, {}))).toBeDefined();
    expect(await tokens.verifySecondFactorChallenge(changed(challenge, claims))).toBeUndefined();
  });

  it('reads what the previous keys signed, until they are taken out, and signs with the current one', async () => {
    const old = tokensWith({ accessSecret: OLD });
    const rotated = tokensWith({ accessSecret: NEW, previousAccessSecrets: [OTHER, OLD] });
    const [token, challenge] = [
      await old.signAccess(subject),
      await old.signSecondFactorChallenge(subject.userId, 'f'),
    ];
    expect(await rotated.verify('access', token)).toEqual(subject);
    expect(await rotated.verifySecondFactorChallenge(challenge)).toBeDefined();
    expect(await tokens.verify('access', token)).toBeUndefined();
    expect(await tokens.verifySecondFactorChallenge(challenge)).toBeUndefined();
    expect(await old.verify('access', await rotated.signAccess(subject))).toBeUndefined();
    expect(await tokens.verify('access', await rotated.signAccess(subject))).toEqual(subject);
  });

  it('keeps the keys of access and refresh apart', async () => {
    const rotated = tokensWith({ previousRefreshSecrets: [OLD] });
    expect(await rotated.verify('access', await tokensWith({ accessSecret: OLD }).signAccess(subject))).toBeUndefined();
    const refresh = await tokensWith({ refreshSecret: OLD }).signRefresh(subject, sessionEnd);
    expect(await rotated.verify('refresh', refresh)).toEqual(subject);
    expect(await tokens.verify('refresh', refresh)).toBeUndefined();
  });

  it('trusts a signature only with the key that the header names', async () => {
    const rotated = tokensWith({ previousAccessSecrets: [OLD] });
    const token = await rotated.signAccess(subject);
    expect(await rotated.verify('access', changed(token, {}, NEW))).toEqual(subject);
    expect(await rotated.verify('access', changed(token, {}, OLD))).toBeUndefined();
  });

  it('names keys alike in all processes, by what tells nothing about them', async () => {
    const { kid } = partOf(await tokens.signAccess(subject), 0);
    expect(partOf(await tokensWith().signSecondFactorChallenge(subject.userId, 'f'), 0)).toMatchObject({ kid });
    expect(kid).toMatch(/^[\w-]{11}$/);
    expect(partOf(await tokens.signRefresh(subject, sessionEnd), 0)).not.toMatchObject({ kid });
  });

  it.each([
    ['nothing', ''],
    ['dots', '..'],
    ['letters', 'a.b.c'],
    ['empty objects', 'e30.e30.'],
    ['nulls', 'bnVsbA.bnVsbA.bnVsbA'],
    ['pictures', '💥.💥.💥'],
    ['a long text', 'x'.repeat(100_000)],
  ])('takes %s for no token', async (_, text) => {
    expect(await tokens.verify('access', text)).toBeUndefined();
    expect(await tokens.verify('refresh', text)).toBeUndefined();
    expect(await tokens.verifySecondFactorChallenge(text)).toBeUndefined();
  });
});
