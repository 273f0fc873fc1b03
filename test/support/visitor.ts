import { guardSecret, guardSecretsOf } from './secrets';
import { until } from './until';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
  readonly milliseconds: number;
}

const LONGEST_WAIT_MS = 60_000;
const PASSWORD = 'correct horse battery';
guardSecret(PASSWORD);

/** One request over the network, and how long its answer took. Fails when there is none. */
export async function ask(
  url: string,
  given: { method?: string; token?: string; body?: object } = {},
): Promise<Answer> {
  const { method = given.body ? 'POST' : 'GET', token, body } = given;
  const startedAt = performance.now();
  const response = await fetch(url, {
    method,
    headers: {
      ...(body ? { 'Content-Type': 'application/json' } : {}),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(LONGEST_WAIT_MS),
  });
  const text = await response.text();
  const milliseconds = performance.now() - startedAt;
  const answer = text ? JSON.parse(text) : {};
  if (response.ok) guardSecretsOf(answer);
  return { status: response.status, headers: response.headers, body: answer, milliseconds };
}

let visitors = 0;

const credentialsOf = (number: number): object => ({ email: `visitor-${number}@example.test`, password: PASSWORD });

/** Somebody who registered through the API and signed in. */
export class Visitor {
  private constructor(
    private readonly url: string,
    readonly number: number,
    readonly token: string,
  ) {}

  static async register(url: string): Promise<Visitor> {
    const number = (visitors += 1);
    const { status, body } = await this.tryToRegister(url, number);
    if (status !== 201) throw new Error(`Not registered: ${JSON.stringify(body)}`);
    const signedIn = await this.logIn(url, number);
    return new Visitor(url, number, String(signedIn.body['access_token']));
  }

  static tryToRegister(url: string, number = (visitors += 1)): Promise<Answer> {
    return ask(`${url}/api/v1/auth/register`, {
      body: { ...credentialsOf(number), firstName: 'Ada', lastName: 'Snow' },
    });
  }

  static logIn(url: string, number: number): Promise<Answer> {
    return ask(`${url}/api/v1/auth/login`, { body: credentialsOf(number) });
  }

  get credentials(): object {
    return credentialsOf(this.number);
  }

  get(path: string): Promise<Answer> {
    return ask(`${this.url}/api/v1${path}`, { token: this.token });
  }

  put(path: string, body: object): Promise<Answer> {
    return ask(`${this.url}/api/v1${path}`, { method: 'PUT', token: this.token, body });
  }

  /** A firm that installs networks: a third of the stage's notices suit it. */
  createBusiness(): Promise<Answer> {
    const body = {
      companyName: `Network Works ${this.number}`,
      description: 'Network switches and routers, installed and kept running.',
      zipCode: '84101',
      naicsCodes: [{ code: '541512', isPrimary: true }],
      pscCodes: [{ code: 'DA01' }],
    };
    return ask(`${this.url}/api/v1/businesses`, { token: this.token, body });
  }

  /** Waits until there are matches; answers how many milliseconds that took. */
  async untilMatched(seconds = 60): Promise<number> {
    const startedAt = performance.now();
    await until(
      `visitor ${this.number} has matches`,
      async () => Number((await this.get('/matching/opportunities')).body['total']) > 0,
      seconds,
    );
    return performance.now() - startedAt;
  }
}
