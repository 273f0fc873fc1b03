import { once } from 'node:events';
import { connect } from 'node:net';
import { startHub, type TestHub } from '../support/app';
import { openApi } from '../support/contract';
import { rawRequest } from '../support/raw-request';

describe('operations', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub({ CORS_ORIGINS: 'https://app.example.test', ALLOWED_HOSTS: '127.0.0.1,hub.example.test' });
  });

  afterAll(() => hub.close());

  const send = (method: string, path: string, headers?: Record<string, string>) =>
    hub.anonymous.send({ method, path, headers });

  describe('health', () => {
    it.each(['/health', '/health/live'])('%s answers without asking anything below', async (path) => {
      const { status, body } = await send('GET', path);
      expect([status, body]).toEqual([200, { status: 'healthy', timestamp: '2026-04-10T12:00:00.000Z' }]);
    });

    it.each(['/health/detailed', '/health/ready'])('%s tells how each service is', async (path) => {
      const { status, body } = await send('GET', path);
      expect(status).toBe(200);
      expect(body).toEqual({
        status: 'healthy',
        timestamp: '2026-04-10T12:00:00.000Z',
        services: { database: 'healthy', cache: 'healthy', queue: 'healthy', storage: 'healthy' },
      });
    });
  });

  describe('documentation', () => {
    it('serves the document of everything that is routed', async () => {
      const { status, body } = await send('GET', '/openapi.json');
      expect(status).toBe(200);
      expect(body.openapi).toMatch(/^3\./);
      expect(Object.keys(body.paths).sort()).toEqual(Object.keys(openApi.paths).sort());
    });

    it('says of every operation who may use it', () => {
      const undeclared = Object.entries(openApi.paths).flatMap(([path, operations]) =>
        Object.entries(operations).flatMap(([method, operation]) =>
          operation['x-permission'] === undefined ? [`${method} ${path}`] : [],
        ),
      );
      expect(undeclared).toEqual([]);
    });

    it.each(['/docs', '/redoc'])('%s is a page whose scripts and styles are our own', async (path) => {
      const page = await send('GET', path);
      expect(page.status).toBe(200);
      expect(page.headers['content-type']).toMatch(/^text\/html/);
      const sources = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source = '']) => source);
      const scripts = sources.filter((source) => source.endsWith('.js'));
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) {
        const { status, headers } = await send('GET', new URL(script, `http://hub${path}`).pathname);
        expect([script, status]).toEqual([script, 200]);
        expect(headers['content-type']).toMatch(/javascript/);
      }
      expect(sources.filter((source) => /^(?:https?:)?\/\//.test(source))).toEqual([]);
    });
  });

  describe('addresses that are not there', () => {
    it.each([
      '/',
      '/nothing',
      '/api',
      '/api/v1',
      '/api/v1/nothing',
      '/api/v2/businesses',
      '/health/nothing',
      '/docs/nothing',
      '/redoc/nothing',
      '/.env',
      '/metrics.php',
      '/API/V1/nothing',
    ])('GET %s is a 404', async (path) => {
      const { status, body } = await send('GET', path);
      expect([status, body.code]).toEqual([404, 'not-found']);
    });

    it.each([
      ['POST', '/health'],
      ['DELETE', '/api/v1/opportunities'],
      ['PATCH', '/api/v1/businesses'],
      ['PUT', '/api/v1/auth/login'],
      ['TRACE', '/api/v1/opportunities'],
      ['TRACE', '/health'],
      ['PROPFIND', '/api/v1/businesses'],
      ['POST', '/openapi.json'],
      ['DELETE', '/redoc'],
    ])('%s %s is refused', async (method, path) => {
      expect([404, 405]).toContain((await send(method, path)).status);
    });

    it('answers HEAD as GET, without a body', async () => {
      const { status, text } = await send('HEAD', '/api/v1/opportunities');
      expect([status, text ?? '']).toEqual([200, '']);
    });
  });

  it('takes an address with a host in it for the address alone', async () => {
    const bytes = 'GET http://127.0.0.1/api/v1/nothing HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n';
    const answer = await rawRequest(await hub.app.getUrl(), bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).toContain('"instance":"/api/v1/nothing"');
  });

  describe('what is no HTTP', () => {
    const login = 'POST /api/v1/auth/login HTTP/1.1\r\nHost: 127.0.0.1\r\n';

    it.each([
      ['an unknown method', 400, 'BREW /health HTTP/1.1\r\nHost: hub\r\n\r\n'],
      ['no request', 400, 'hello\r\n\r\n'],
      ['another protocol', 400, '\x16\x03\x01\x02\x00\x01'],
      ['two lengths', 400, `${login}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`],
      ['a length and chunks', 400, `${login}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
      [
        'a chunk without length',
        400,
        `${login}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
      ],
      ['no host', 400, 'GET /health HTTP/1.1\r\n\r\n'],
      ['headers without end', 431, `GET /health HTTP/1.1\r\nHost: hub\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`],
      ['an unknown expectation', 417, 'GET /health HTTP/1.1\r\nHost: hub\r\nExpect: zzz\r\nConnection: close\r\n\r\n'],
      ['a tunnel', 404, 'CONNECT example.test:443 HTTP/1.1\r\nHost: example.test:443\r\n\r\n'],
    ])('%s is a problem like any other', async (_, status, bytes) => {
      const [head = '', body = ''] = (await rawRequest(await hub.app.getUrl(), bytes)).split('\r\n\r\n');
      expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
      for (const header of [
        /^content-type: application\/problem\+json; charset=utf-8$/im,
        /^x-request-id: [\w.-]{1,64}$/im,
        /^connection: close$/im,
        /^cache-control: no-store$/im,
        /^x-content-type-options: nosniff$/im,
        /^content-security-policy: .*frame-ancestors 'none'/im,
      ])
        expect(head).toMatch(header);
      const said = expect.any(String);
      expect(JSON.parse(body)).toEqual({ type: said, title: said, status, detail: said, instance: said, code: said });
    });

    it('ends a connection that breaks off, and goes on', async () => {
      const { hostname, port } = new URL(await hub.app.getUrl());
      const socket = connect(Number(port), hostname, () => socket.write(login, () => socket.resetAndDestroy()));
      await once(socket, 'close');
      expect((await send('GET', '/health')).status).toBe(200);
    });

    it('says 100 to whoever asks before sending', async () => {
      const bytes = `${login}Content-Type: application/json\r\nContent-Length: 2\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n{}`;
      expect(await rawRequest(await hub.app.getUrl(), bytes)).toMatch(/^HTTP\/1\.1 100 [^]*HTTP\/1\.1 422 /);
    });
  });

  describe('who may ask from where', () => {
    it('lets the configured origin in, and no other', async () => {
      const allowed = async (origin: string): Promise<unknown> =>
        (await send('GET', '/api/v1/opportunities', { Origin: origin })).headers['access-control-allow-origin'];
      expect(await allowed('https://app.example.test')).toBe('https://app.example.test');
      for (const origin of [
        'https://evil.test',
        'https://app.example.test.evil.test',
        'null',
        'http://app.example.test',
      ]) {
        expect(await allowed(origin)).toBeUndefined();
      }
    });

    it('never lets a browser send credentials of its own', async () => {
      const { headers } = await send('GET', '/api/v1/opportunities', { Origin: 'https://app.example.test' });
      expect(headers['access-control-allow-credentials']).toBeUndefined();
      expect(headers['access-control-expose-headers']).toMatch(/ETag/);
    });

    it('answers under its own names alone; health answers under any', async () => {
      expect((await send('GET', '/api/v1/opportunities', { Host: 'hub.example.test' })).status).toBe(200);
      const forged = await send('GET', '/api/v1/opportunities', { Host: 'evil.test' });
      expect([forged.status, forged.body.code]).toEqual([400, 'host-not-allowed']);
      const forwarded = await send('GET', '/api/v1/opportunities', { 'X-Forwarded-Host': 'evil.test' });
      expect(forwarded.status).toBe(200);
      expect((await send('GET', '/health', { Host: '10.0.0.7' })).status).toBe(200);
    });
  });
});
