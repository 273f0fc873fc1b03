import { createHmac, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';

type Part = Readonly<Record<string, unknown>>;

const partOf = (token: string, index: number): Part =>
  JSON.parse(Buffer.from(token.split('.')[index] ?? '', 'base64url').toString('utf8'));

export const headerOf = (token: string): Part => partOf(token, 0);
export const claimsOf = (token: string): Part => partOf(token, 1);

const encode = (part: unknown): string =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');

const HASHES: Readonly<Record<string, string>> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };

const hmac = (signed: string, secret: string, hash = 'sha256'): string =>
  createHmac(hash, secret).update(signed).digest('base64url');

/** A token with this header and these claims, text as it is; the signature is empty for algorithms that are not HMAC. */
export const forgeToken = (header: Part | string, claims: unknown, secret: string): string => {
  const signed = `${encode(header)}.${encode(claims)}`;
  const hash = typeof header === 'string' ? 'sha256' : HASHES[String(header['alg'])];
  return `${signed}.${hash === undefined ? '' : hmac(signed, secret, hash)}`;
};

/** What a forger has at most: tokens of ours, and the key that signed them. */
export interface Loot {
  readonly access: string;
  readonly refresh: string;
  readonly challenge: string;
  readonly accessSecret: string;
  readonly refreshSecret: string;
  /** Seconds since 1970. */
  readonly now: number;
}

export type Forgery = readonly [fault: string, token: string];

/** Access tokens with one fault each; all others of their parts are right. */
export const forgeries = (loot: Loot): readonly Forgery[] => [
  ...withOtherAlgorithms(loot),
  ...withOtherKeys(loot),
  ...withOtherHeaders(loot),
  ...withOtherTimes(loot),
  ...withOtherClaims(loot),
  ...ofAnotherKind(loot),
  ...altered(loot),
];

const withClaims = ({ access, accessSecret }: Loot, changes: object): string =>
  forgeToken(headerOf(access), { ...claimsOf(access), ...changes }, accessSecret);

const withHeader = ({ access, accessSecret }: Loot, changes: object): string =>
  forgeToken({ ...headerOf(access), ...changes }, claimsOf(access), accessSecret);

const withOtherAlgorithms = (loot: Loot): readonly Forgery[] => {
  const signature = loot.access.split('.')[2] ?? '';
  const unsigned = (alg: unknown): string => withHeader(loot, { alg });
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { privateKey: curveKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const rsaSigned = unsigned('RS256').slice(0, -1);
  const curveSigned = unsigned('ES256').slice(0, -1);
  return [
    ...['none', 'None', 'NONE', 'nOnE', ''].map((alg): Forgery => [`alg ${alg}, unsigned`, unsigned(alg)]),
    ...['none', 'NONE', ' none'].map((alg): Forgery => [
      `alg ${alg}, with a signature`,
      `${unsigned(alg)}${signature}`,
    ]),
    ['no alg', unsigned(undefined)],
    ['alg null', unsigned(null)],
    ['a list of algorithms', unsigned(['HS256', 'none'])],
    ['hs256 in small letters', `${unsigned('hs256')}${hmac(unsigned('hs256').slice(0, -1), loot.accessSecret)}`],
    ['HS384 with our key', unsigned('HS384')],
    ['HS512 with our key', unsigned('HS512')],
    [
      'RS256 with a key of their own',
      `${rsaSigned}.${createSign('sha256').update(rsaSigned).sign(privateKey, 'base64url')}`,
    ],
    ['RS256, signed as HS256 is', `${rsaSigned}.${hmac(rsaSigned, loot.accessSecret)}`],
    [
      'ES256 with a key of their own',
      `${curveSigned}.${createSign('sha256').update(curveSigned).sign({ key: curveKey, dsaEncoding: 'ieee-p1363' }, 'base64url')}`,
    ],
    ['ES256 with a signature of noughts', `${curveSigned}.${Buffer.alloc(64).toString('base64url')}`],
    ...['PS256', 'EdDSA', 'dir', 'HS257'].map((alg): Forgery => [alg, `${unsigned(alg)}${signature}`]),
  ];
};

const withOtherKeys = ({ access, accessSecret, refreshSecret }: Loot): readonly Forgery[] => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keys: readonly Forgery[] = [
    ['a guessed key', 'k'.repeat(40)],
    ['an empty key', ''],
    ['the refresh key', refreshSecret],
    ['a public key', publicKey.export({ type: 'spki', format: 'pem' }).toString()],
    ['the id of our key', String(headerOf(access)['kid'])],
    ['our key in capitals', accessSecret.toUpperCase()],
    ['our key twice', accessSecret.repeat(2)],
    ['our key but its end', accessSecret.slice(0, -1)],
  ];
  return keys.map(([fault, key]) => [fault, forgeToken(headerOf(access), claimsOf(access), key)]);
};

/** Signed with our key where nothing else is said. */
const withOtherHeaders = (loot: Loot): readonly Forgery[] => {
  const { access, accessSecret } = loot;
  const key = { kty: 'oct', k: encode('their key'), alg: 'HS256' };
  const withTheirKey = (changes: object): string =>
    forgeToken({ ...headerOf(access), ...changes }, claimsOf(access), 'their key');
  const kids = ['', 'another', '../../dev/null', "' OR 1=1 --", '__proto__', 'toString', 0, null, ['x'], { $ne: 1 }];
  const types = ['JWT', 'at+JWT', 'application/at+jwt', 'rt+jwt', 'mfa+jwt', '', null, ['at+jwt']];
  return [
    ['jwk', withTheirKey({ jwk: key })],
    ['jku', withTheirKey({ jku: 'http://127.0.0.1:1/keys.json' })],
    ['x5u', withTheirKey({ x5u: 'http://127.0.0.1:1/key.pem' })],
    ['x5c', withTheirKey({ x5c: [encode('certificate')] })],
    ['jwk beside a right signature', withHeader(loot, { jwk: key })],
    ...kids.map((kid): Forgery => [`kid ${JSON.stringify(kid)}`, withHeader(loot, { kid })]),
    ['no kid', withHeader(loot, { kid: undefined })],
    ...types.map((typ): Forgery => [`typ ${JSON.stringify(typ)}`, withHeader(loot, { typ })]),
    ['no typ', withHeader(loot, { typ: undefined })],
    ['an unknown critical extension', withHeader(loot, { crit: ['exp'], exp: loot.now + 900 })],
    ['an empty list of critical extensions', withHeader(loot, { crit: [] })],
    ['an unencoded payload', withHeader(loot, { b64: false, crit: ['b64'] })],
    ['compression', withHeader(loot, { zip: 'DEF' })],
    ['a content type', withHeader(loot, { cty: 'JWT' })],
    ['a header that is a list', forgeToken('[]', claimsOf(access), accessSecret)],
    ['a header that is null', forgeToken('null', claimsOf(access), accessSecret)],
    ['a header that is no JSON', forgeToken('{alg:HS256}', claimsOf(access), accessSecret)],
  ];
};

const withOtherTimes = (loot: Loot): readonly Forgery[] => {
  const { now } = loot;
  const odd = [String(now + 900), -1, 0, [now + 900], null, true, now + 0.5, { after: now }];
  return [
    ['no expiry', withClaims(loot, { exp: undefined })],
    ['an expiry a second beyond the longest', withClaims(loot, { exp: now + 901 })],
    ['an expiry in a hundred years', withClaims(loot, { exp: now + 100 * 366 * 86_400 })],
    ['an expiry in milliseconds', withClaims(loot, { exp: (now + 900) * 1000 })],
    ['an endless expiry', withClaims(loot, { exp: Number.MAX_VALUE })],
    ['expired this second', withClaims(loot, { iat: now - 900, exp: now })],
    ...odd.map((exp): Forgery => [`exp ${JSON.stringify(exp)}`, withClaims(loot, { exp })]),
    ['no time of issue', withClaims(loot, { iat: undefined })],
    ['a time of issue that is a text', withClaims(loot, { iat: String(now) })],
    ['issued in six seconds', withClaims(loot, { iat: now + 6, exp: now + 900 })],
    ['issued tomorrow', withClaims(loot, { iat: now + 86_400, exp: now + 86_400 + 900 })],
    ['issued long ago', withClaims(loot, { iat: now - 8 * 86_400 })],
    ['not valid before six seconds from now', withClaims(loot, { nbf: now + 6 })],
    ['not valid before a text', withClaims(loot, { nbf: String(now) })],
    ['not valid before null', withClaims(loot, { nbf: null })],
  ];
};

const withOtherClaims = (loot: Loot): readonly Forgery[] => {
  const { access, accessSecret } = loot;
  const { sub, sid, iss, aud } = claimsOf(access);
  const changes: readonly object[] = [
    { iss: undefined },
    { iss: 'somebody' },
    { iss: [iss] },
    { iss: null },
    { aud: undefined },
    { aud: 'another-api' },
    { aud: [aud] },
    { aud: [aud, 'another-api'] },
    { token_use: undefined },
    { token_use: 'refresh' },
    { token_use: 'second-factor' },
    { token_use: ['access'] },
    { sub: undefined },
    { sub: randomUUID() },
    { sub: [sub] },
    { sub: { id: sub } },
    { sub: sid, sid: sub },
    { sid: undefined },
    { sid: randomUUID() },
    { sid: "' OR 1=1 --" },
    { sid: '00000000-0000-0000-0000-000000000000' },
    { sid: [sid] },
    { sid: null },
  ];
  const payloads = ['"claims"', 'null', '[]', '1', 'true', '', '{', JSON.stringify([claimsOf(access)])];
  return [
    ...changes.map((change): Forgery => [shown(change), withClaims(loot, change)]),
    ...payloads.map((payload): Forgery => [
      `the payload ${payload}`,
      forgeToken(headerOf(access), payload, accessSecret),
    ]),
    ['claims that only a prototype has', withProtoClaims(loot)],
  ];
};

/** JSON leaves out what is undefined, and so does the token. */
const shown = (change: object): string => JSON.stringify(change, (_, value: unknown) => value ?? 'nothing');

const withProtoClaims = ({ access, accessSecret }: Loot): string =>
  forgeToken(headerOf(access), `{"__proto__":${JSON.stringify(claimsOf(access))}}`, accessSecret);

/** Real tokens of ours, and such as are signed with our key, that were made for something else. */
const ofAnotherKind = (loot: Loot): readonly Forgery[] => {
  const { access, refresh, challenge, accessSecret } = loot;
  return [
    ['a refresh token', refresh],
    ['a refresh token, signed with the access key', forgeToken(headerOf(refresh), claimsOf(refresh), accessSecret)],
    ['the claims of a refresh token as an access token', forgeToken(headerOf(access), claimsOf(refresh), accessSecret)],
    ['the token of a second factor', challenge],
    [
      'the token of a second factor as an access token',
      forgeToken(headerOf(access), claimsOf(challenge), accessSecret),
    ],
    ['a token in a token', forgeToken({ ...headerOf(access), cty: 'JWT' }, access, accessSecret)],
    ['a token as the claims', forgeToken(headerOf(access), JSON.stringify(access), accessSecret)],
  ];
};

const altered = ({ access, refresh, accessSecret }: Loot): readonly Forgery[] => {
  const [header = '', payload = '', signature = ''] = access.split('.');
  const flipped = (text: string): string => (text.startsWith('e') ? 'f' : 'e') + text.slice(1);
  const someoneElse = encode({ ...claimsOf(access), sub: randomUUID() });
  const repeated = forgeToken(`{"alg":"none",${JSON.stringify(headerOf(access)).slice(1)}`, claimsOf(access), 'k');
  return [
    ['another first letter of the header', `${flipped(header)}.${payload}.${signature}`],
    ['another first letter of the payload', `${header}.${flipped(payload)}.${signature}`],
    ['another first letter of the signature', `${header}.${payload}.${flipped(signature)}`],
    ['another payload under the old signature', `${header}.${someoneElse}.${signature}`],
    ['the signature of another token', `${header}.${payload}.${refresh.split('.')[2] ?? ''}`],
    ['no signature', `${header}.${payload}.`],
    ['a cut signature', access.slice(0, -2)],
    ['a longer signature', `${access}AA`],
    ...sameBytes(signature).map((other): Forgery => [`…${other.slice(-2)}`, `${header}.${payload}.${other}`]),
    ['a signature with too much padding', `${access}==`],
    ['a padded header', `${header}=.${payload}.${signature}`],
    ['a padded payload', `${header}.${payload}=.${signature}`],
    ['a signature in plain base64', `${header}.${payload}.${Buffer.from(signature, 'base64url').toString('base64')}`],
    ['a signature in hexadecimal', `${header}.${payload}.${Buffer.from(signature, 'base64url').toString('hex')}`],
    ['a dot too many at the end', `${access}.`],
    ['a dot too many at the beginning', `.${access}`],
    ['doubled dots', access.replaceAll('.', '..')],
    ['a fourth part', `${access}.${signature}`],
    ['five parts, as if encrypted', `${access}.${payload}.${signature}`],
    ['two parts', `${header}.${payload}`],
    ['one part', header],
    ['an algorithm given twice, with another key', repeated],
    ['JSON in place of base64', JSON.stringify({ payload, signatures: [{ protected: header, signature }] })],
    ['a space inside', `${header}. ${payload}.${signature}`],
    ['another token behind it', `${access}, Bearer ${access}`],
    ['quotes around it', `"${access}"`],
    ['nothing', ''],
    ['dots', '..'],
    ['garbage', 'a.b.c'],
    ['a long text', 'x'.repeat(8_000)],
    ['a long signature', `${header}.${payload}.${'x'.repeat(7_000)}`],
    ['a long payload', forgeToken(headerOf(access), { ...claimsOf(access), aud: 'x'.repeat(5_500) }, accessSecret)],
    ['a deep payload', forgeToken(headerOf(access), `${'['.repeat(2_500)}${']'.repeat(2_500)}`, accessSecret)],
  ];
};

/** Other texts that mean the same bytes: the last letter of 32 bytes in base64 has two bits to spare. */
const sameBytes = (signature: string): readonly string[] => {
  const bytes = Buffer.from(signature, 'base64url');
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
    .map((last) => signature.slice(0, -1) + last)
    .filter((other) => other !== signature && Buffer.from(other, 'base64url').equals(bytes));
};
