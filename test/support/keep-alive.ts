import { Agent, type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { once } from 'node:events';

/** A client that keeps its connections, as load balancers do. */
export class KeepAliveClient {
  private readonly agent;

  constructor(
    private readonly url: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** The status of the answer. Fails with the network's error code when there is none. */
  async get(path: string, token?: string): Promise<number> {
    const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
    return statusOf(httpRequest(`${this.url}${path}`, { agent: this.agent, headers }).end());
  }

  /** Resolves when the server has taken the head of a request and waits for its body; the answer comes after `finish`. */
  async begin(path: string, body: object): Promise<{ finish: () => Promise<number> }> {
    const text = JSON.stringify(body);
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(text),
      Expect: '100-continue',
    };
    const begun = httpRequest(`${this.url}${path}`, { method: 'POST', agent: this.agent, headers });
    begun.flushHeaders();
    await once(begun, 'continue');
    begun.write(text.slice(0, 1));
    return { finish: () => statusOf(begun.end(text.slice(1))) };
  }

  /** Whether nobody listens any more. */
  async isRefused(): Promise<boolean> {
    const error: unknown = await this.get('/health/live').catch((reason: unknown) => reason);
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ECONNREFUSED';
  }

  close(): void {
    this.agent.destroy();
  }
}

const statusOf = (request: ClientRequest): Promise<number> =>
  new Promise((resolve, reject) => {
    request.once('error', reject);
    request.once('response', (response: IncomingMessage) => {
      response.once('error', reject).once('end', () => resolve(response.statusCode ?? 0));
      response.resume();
    });
  });
