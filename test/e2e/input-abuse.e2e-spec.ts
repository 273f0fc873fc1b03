import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { startHub, type TestHub } from '../support/app';
import { aProfile, createBusiness } from '../support/businesses';
import { type Person, signIn } from '../support/people';
import { rawRequest } from '../support/raw-request';

const nested = (levels: number): string => `${'{"a":'.repeat(levels - 1)}{}${'}'.repeat(levels - 1)}`;
const nestedLists = (levels: number): string => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;

describe('abused input', () => {
  let hub: TestHub;
  let owner: Person;
  let path: string;

  beforeAll(async () => {
    hub = await startHub();
    owner = await signIn(hub);
    path = `/businesses/${await createBusiness(owner.api)}`;
  });

  afterAll(() => hub.close());

  const put = (body: string | object, headers?: Record<string, string>): Promise<Response> =>
    owner.api.send({ method: 'PUT', path: `/api/v1${path}`, body, headers });
  const codeOf = ({ status, body }: Response): unknown[] => [status, body.code];

  describe('in the query', () => {
    it.each([
      '101',
      '0',
      '-1',
      'abc',
      '',
      '1.5',
      '1e9',
      ' ',
      'NaN',
      'Infinity',
      '0x10',
      'null',
      '99999999999999999999',
    ])('limit=%s is refused', async (limit) => {
      for (const list of ['/opportunities', '/reference/counties', '/businesses', '/matching/opportunities']) {
        const { status, body } = await owner.api.get(list, { limit });
        expect([list, status, body.errors?.[0]?.field]).toEqual([list, 422, 'limit']);
      }
    });

    it.each(['', 'x', 'YWZ0ZXI6LTE', '0'])('cursor=%s is refused', async (cursor) => {
      const { status, body } = await hub.anonymous.get('/opportunities', { cursor });
      expect([status, body.errors?.[0]?.field]).toEqual([422, 'cursor']);
    });

    it.each(['-1', '100001', 'abc', '', '1e30'])('offset=%s is refused', async (offset) => {
      const { status, body } = await hub.anonymous.get('/opportunities', { offset });
      expect([status, body.errors?.[0]?.field]).toEqual([422, 'offset']);
    });

    it.each([
      ['an unknown parameter', '/opportunities?colour=red', 'colour'],
      ['an unknown parameter where none is taken', '/health?colour=red', 'colour'],
      ['a repeated parameter', '/opportunities?limit=5&limit=6', 'limit'],
      ['a repeated text', '/opportunities?q=a&q=b', 'q'],
      ['a list', '/opportunities?limit[]=5', 'limit[]'],
      ['a nested parameter', '/opportunities?limit[$gt]=5', 'limit[$gt]'],
      ['a prototype', '/opportunities?__proto__=1', '__proto__'],
      ['a constructor', '/opportunities?constructor=1', 'constructor'],
      ['NUL', '/opportunities?q=%00', 'q'],
      ['a name without value', '/opportunities?limit', 'limit'],
    ])('%s is refused', async (_, address, field) => {
      const path = address.startsWith('/health') ? address : `/api/v1${address}`;
      const { status, body } = await hub.anonymous.send({ method: 'GET', path });
      expect([status, body.errors?.[0]?.field]).toEqual([422, field]);
    });

    it.each(['q=%ff', 'q=%C3%28', 'q=%zz', 'q=%ED%A0%80', 'q=100%', '%ff=1', 'limit=5&%C0%AF', 'q=%C3&q2=%A9'])(
      '%s cannot be read',
      async (query) => {
        for (const path of ['/api/v1/businesses', '/api/v1/opportunities', '/health', '/nothing']) {
          const { status, body } = await owner.api.send({ method: 'GET', path: `${path}?${query}` });
          expect([path, status, body.code]).toEqual([path, 400, 'malformed']);
        }
      },
    );

    it.each([
      `' OR 1=1 --`,
      '%',
      '_',
      '\\',
      '"',
      '((',
      '<!>',
      '𝕌𝕋',
      '🏔'.repeat(50),
      'a & !b',
      "'); DROP TABLE users; --",
    ])('q=%s is only words', async (q) => {
      expect((await hub.anonymous.get('/opportunities', { q })).status).toBe(200);
      expect((await hub.anonymous.get('/reference/naics', { q })).status).toBe(200);
      expect((await owner.api.get('/businesses', { q })).status).toBe(200);
    });
  });

  describe('in the path', () => {
    it.each(['1', 'null', '00000000-0000-0000-0000-00000000000', `${"' OR 1=1"}`, '%00', '..%2f..%2fetc'])(
      'an id %s is no UUID',
      async (id) => {
        const { status } = await owner.api.get(`/businesses/${encodeURI(id)}`);
        expect(status).toBe(400);
      },
    );

    it.each(['/api/v1/businesses/%ff', '/api/v1/opportunities/%E0%A4%A', '/api/v1/%ff', '/%ff', '/health/%'])(
      '%s cannot be read',
      async (path) => {
        const { status } = await owner.api.send({ method: 'GET', path });
        expect([400, 404]).toContain(status);
      },
    );

    it('an undecodable id is a 400', async () => {
      expect((await owner.api.get('/businesses/%ff')).status).toBe(400);
    });
  });

  describe('in the body', () => {
    it.each([
      ['half an object', '{"description":'],
      ['no JSON', 'description=Roofs'],
      ['a bare text', '"text"'],
      ['a number', '5'],
      ['null', 'null'],
      ['two objects', '{}{}'],
      ['a trailing comma', '{"description":"a",}'],
      ['33 levels', nested(33)],
      ['33 levels of lists', nestedLists(33)],
      ['15,000 levels', nested(15_000)],
      ['15,000 levels of lists', nestedLists(15_000)],
      ['15,000 opening brackets', '['.repeat(15_000)],
    ])('%s cannot be read', async (_, body) => {
      expect((await put(body)).status).toBe(400);
    });

    it('32 levels can be read, brackets in texts are no levels', async () => {
      expect((await put(nested(32))).status).toBe(422);
      expect((await put({ description: '[{'.repeat(100) })).status).toBe(200);
    });

    it('needs to be there whatever type is said', async () => {
      for (const path of ['/users/me', '/users/me/password', `/businesses/${randomUUID()}`]) {
        const answer = await owner.api.send({ method: 'PUT', path: `/api/v1${path}`, body: '' });
        expect([path, ...codeOf(answer)]).toEqual([path, 400, 'body-missing']);
      }
    });

    it('of no bytes in chunks is none either', async () => {
      const head = [
        'PUT /api/v1/users/me HTTP/1.1',
        'Host: localhost',
        `Authorization: Bearer ${owner.accessToken}`,
        'Content-Type: application/json',
        'Transfer-Encoding: chunked',
        'Connection: close',
      ].join('\r\n');
      const answer = await rawRequest(await hub.app.getUrl(), `${head}\r\n\r\n0\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toContain('"code":"body-missing"');
    });

    it('holds nothing where none is taken', async () => {
      const admin = await signIn(hub, 'admin');
      const user = `/users/${owner.id}`;
      const operations = [
        ['POST', `${user}/unlock`],
        ['POST', `${user}/activate`],
        ['POST', `${user}/deactivate`],
        ['DELETE', `${user}/mfa`],
        ['POST', '/admin/rematch'],
        ['GET', user],
      ] as const;
      for (const [method, address] of operations) {
        const { status, body } = await admin.api.send({ method, path: `/api/v1${address}`, body: { zzz: 1 } });
        expect([address, status, body.errors]).toEqual([
          address,
          422,
          [expect.objectContaining({ field: 'zzz', code: 'unknown-field' })],
        ]);
      }
      expect((await owner.api.get('/users/me')).status).toBe(200);
      for (const body of [undefined, {}, '']) expect((await admin.api.post(`${user}/unlock`, body)).status).toBe(200);
    });

    it('needs to be there, and to be an object', async () => {
      expect((await owner.api.send({ method: 'PUT', path: `/api/v1${path}` })).status).toBe(400);
      expect(codeOf(await put('[]'))).toEqual([422, 'validation-failed']);
    });

    it.each([
      ['__proto__', '{"__proto__":{"isAdmin":true}}'],
      ['constructor', '{"constructor":{"prototype":{"isAdmin":true}}}'],
      ['prototype', '{"prototype":{}}'],
      ['naicsCodes.0.__proto__', '{"companyName":"A","naicsCodes":[{"code":"541512","__proto__":{"x":1}}]}'],
    ])('%s is refused', async (field, body) => {
      const { status, body: problem } = await owner.api.post('/businesses', body);
      expect([status, problem.errors?.[0]?.field]).toEqual([422, field]);
    });

    it.each([
      ['NUL', '{"description":"a\\u0000b"}'],
      ['a lone high surrogate', '{"description":"a\\ud800b"}'],
      ['a lone low surrogate', '{"description":"\\udc00"}'],
    ])('%s cannot be stored', async (_, body) => {
      const { status, body: problem } = await put(body);
      expect(status).toBe(422);
      expect(problem.errors).toEqual([expect.objectContaining({ field: 'description', code: 'invalid-characters' })]);
    });

    it('characters that can be stored are stored as they came', async () => {
      const description = '🏔 Ünïcode\u200b\t\r\n<script>alert(1)</script> ${7*7} \u202e';
      expect((await put({ description })).body.description).toBe(description);
    });

    it.each([
      ['text', 'text/plain', 'description=Roofs'],
      ['a form', 'application/x-www-form-urlencoded', 'description=Roofs'],
      ['XML', 'application/xml', '<description/>'],
      ['many parts', 'multipart/form-data; boundary=x', '--x--'],
      ['JSON under another name', 'application/vnd.hub+json', '{}'],
      ['an unknown character set', 'application/json; charset=x-klingon', '{}'],
    ])('%s is not taken', async (_, type, body) => {
      expect((await put(body, { 'Content-Type': type })).status).toBe(415);
    });

    it('a compression that is not known is not taken', async () => {
      expect((await put('{}', { 'Content-Encoding': 'compress' })).status).toBe(415);
    });

    it('a compressed bomb is too large', async () => {
      const { gzipSync } = await import('node:zlib');
      const bomb = gzipSync(Buffer.from(`{"description":"${'x'.repeat(10_000_000)}"}`));
      const head = [
        `PUT /api/v1${path} HTTP/1.1`,
        'Host: localhost',
        `Authorization: Bearer ${owner.accessToken}`,
        'Content-Type: application/json',
        'Content-Encoding: gzip',
        `Content-Length: ${bomb.length}`,
        'Connection: close',
      ].join('\r\n');
      const answer = await rawRequest(await hub.app.getUrl(), Buffer.concat([Buffer.from(`${head}\r\n\r\n`), bomb]));
      expect(answer).toMatch(/^HTTP\/1\.1 413 /);
      expect(answer).toContain('application/problem+json');
    });

    it('more than 100 KiB are too large', async () => {
      expect(codeOf(await put({ description: 'x'.repeat(100 * 1024) }))).toEqual([413, 'too-large']);
      expect((await put({ description: 'x'.repeat(90 * 1024) })).status).toBe(422);
    });

    it('must be UTF-8', async () => {
      const body = Buffer.concat([Buffer.from('{"description":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]);
      const head = [
        `PUT /api/v1${path} HTTP/1.1`,
        'Host: localhost',
        `Authorization: Bearer ${owner.accessToken}`,
        'Content-Type: application/json',
        `Content-Length: ${body.length}`,
        'Connection: close',
      ].join('\r\n');
      const answer = await rawRequest(await hub.app.getUrl(), Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body]));
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toContain('application/problem+json');
    });

    it('changed nothing by all of this', async () => {
      expect(await hub.query('SELECT FROM businesses')).toHaveLength(1);
      expect((await owner.api.post('/businesses', aProfile())).status).toBe(409);
    });
  });

  describe('in the headers', () => {
    it('gives every answer an id: the given one, where it is harmless', async () => {
      const idOf = async (given: string): Promise<unknown> => {
        const request = { method: 'GET', path: '/health', headers: { 'X-Request-Id': given } };
        return (await hub.anonymous.send(request)).headers['x-request-id'];
      };
      expect(await idOf('trace-1.a_B')).toBe('trace-1.a_B');
      for (const given of ['x'.repeat(65), 'a b', '{"level":"error"}', '../x'])
        expect(await idOf(given)).not.toBe(given);
    });
  });
});
