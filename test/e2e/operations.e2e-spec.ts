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
    it.each([
      ['an unknown method', 'BREW /health HTTP/1.1\r\nHost: hub\r\n\r\n'],
      [
        'two lengths',
        'POST /api/v1/auth/login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello',
      ],
      [
        'a length and chunks',
        'POST /api/v1/auth/login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      ],
      ['no host', 'GET /health HTTP/1.1\r\n\r\n'],
      ['headers without end', `GET /health HTTP/1.1\r\nHost: hub\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`],
    ])('%s is a 4xx', async (_, bytes) => {
      expect(await rawRequest(await hub.app.getUrl(), bytes)).toMatch(/^HTTP\/1\.1 4\d\d /);
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
