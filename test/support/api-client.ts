import supertest from 'supertest';
import { assertContract } from './contract';
import { guardSecretsOf } from './secrets';

export interface ApiRequest {
  readonly method: string;
  /** From the root: `/api/v1/…`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  /** An object travels as JSON; text travels as it is, as JSON unless the headers say otherwise. */
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One caller of the API. Every answer that comes through it is held against the contract that holds for all of them. */
export class ApiClient {
  constructor(
    private readonly url: string,
    private readonly accessToken?: string,
  ) {}

  /** The same API for the bearer of this token. */
  with(accessToken: string): ApiClient {
    return new ApiClient(this.url, accessToken);
  }

  /** Paths are below `/api/v1`. */
  get(path: string, query?: ApiRequest['query']): Promise<supertest.Response> {
    return this.send({ method: 'GET', path: `/api/v1${path}`, query });
  }

  post(path: string, body?: object | string, headers?: ApiRequest['headers']): Promise<supertest.Response> {
    return this.send({ method: 'POST', path: `/api/v1${path}`, body, headers });
  }

  put(path: string, body: object, headers?: ApiRequest['headers']): Promise<supertest.Response> {
    return this.send({ method: 'PUT', path: `/api/v1${path}`, body, headers });
  }

  delete(path: string, headers?: ApiRequest['headers']): Promise<supertest.Response> {
    return this.send({ method: 'DELETE', path: `/api/v1${path}`, headers });
  }

  async send({ method, path, query, body, headers = {} }: ApiRequest): Promise<supertest.Response> {
    const authorization = this.accessToken === undefined ? {} : { Authorization: `Bearer ${this.accessToken}` };
    const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const request = new supertest.Test(this.url, method, path)
      .set({ ...authorization, ...type, ...headers })
      .query({ ...query });
    const response = await request.send(body);
    assertContract(response, { method, path });
    if (response.ok) for (const sent of [body, response.body]) guardSecretsOf(sent);
    return response;
  }
}
