/** Passwords, tokens and links that this test file has used. None of them may turn up where it does not belong. */
const known = new Set<string>();

/** Shorter ones would be found by chance. */
const SHORTEST = 10;

const SECRET_FIELDS = [
  'access_token',
  'refresh_token',
  'mfa_token',
  'recovery_code',
  'secret',
  'otpauthUrl',
  'token',
  'password',
  'currentPassword',
  'newPassword',
];

export const guardSecret = (secret: unknown): void => {
  if (typeof secret === 'string' && secret.length >= SHORTEST) known.add(secret);
};

/** Remembers what of a body is secret. */
export const guardSecretsOf = (body: unknown): void => {
  if (typeof body === 'string') return guardSecretsOf(parse(body));
  if (typeof body !== 'object' || body === null) return;
  for (const [field, value] of Object.entries(body)) {
    if (SECRET_FIELDS.includes(field)) guardSecret(value);
    if (field === 'einNumber') guardEin(value);
    if (field === 'recoveryCodes' && Array.isArray(value)) value.forEach(guardSecret);
  }
};

/** With and without the hyphen; what is masked is no secret. */
const guardEin = (value: unknown): void => {
  if (typeof value !== 'string' || value.includes('*')) return;
  const digits = value.replaceAll(/\D/g, '');
  if (digits.length !== 9) return;
  known.add(digits);
  known.add(`${digits.slice(0, 2)}-${digits.slice(2)}`);
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return Object.fromEntries(new URLSearchParams(text));
  }
};

/** Which of them stand in this text. */
export const secretsIn = (text: string): readonly string[] => [...known].filter((secret) => text.includes(secret));
