import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Response } from 'supertest';
import { DataSource } from 'typeorm';
import { AdvisoryLocks } from '../../src/infra/database';
import { BusinessesService, NOTHING_STATED } from '../../src/modules/businesses';
import { businessCsvColumns } from '../../src/modules/businesses/domain/import/business-csv';
import { startHub, type TestHub } from '../support/app';
import { aProfile, createBusiness } from '../support/businesses';
import { capturedLog } from '../support/captured-log';
import { type Person, signIn } from '../support/people';
import { rawRequest } from '../support/raw-request';
import { SlowestStatement } from '../support/slowest-statement';
import { until } from '../support/until';

const CSV = { 'Content-Type': 'text/csv; charset=utf-8' };
const TAX_NUMBER = '87-4443219';
const FORMULA = '=HYPERLINK("http://evil.test","x")';

type Cells = Partial<Record<(typeof businessCsvColumns)[number], string>>;

/** As somebody writes it who escapes nothing. */
const csvOf = (...rows: readonly Cells[]): string => {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map((row) => businessCsvColumns.map((column) => quoted(row[column] ?? '')).join(','));
  return [businessCsvColumns.join(','), ...lines].join('\n');
};

const manyCodes = Array.from({ length: 25 }, (_, index) => `${541_511 + index}@2017`).join(';');

const outcomes = ({ body }: Response): unknown[] => [
  body.created,
  body.updated,
  body.unchanged,
  body.skipped,
  body.rejected,
];

describe('files of businesses', () => {
  let hub: TestHub;
  let admin: Person;
  let owner: Person;

  beforeAll(async () => {
    hub = await startHub({ THROTTLE_SCALE: '100' });
    [admin, owner] = await Promise.all([signIn(hub, 'admin'), signIn(hub)]);
  });

  beforeEach(() => hub.query('DELETE FROM businesses'));

  afterAll(() => hub.close());

  const post = (body: string, { api } = admin, headers: Record<string, string> = CSV): Promise<Response> =>
    api.post('/admin/imports?kind=businesses', body, headers);
  const stored = (): Promise<Record<string, unknown>[]> => hub.query('SELECT company_name FROM businesses ORDER BY id');
  /** For what no client of ours sends. */
  const raw = async (body: Buffer, ...headers: readonly string[]): Promise<string> => {
    const head = [
      'POST /api/v1/admin/imports?kind=businesses HTTP/1.1',
      'Host: localhost',
      `Authorization: Bearer ${admin.accessToken}`,
      'Connection: close',
      ...headers,
    ].join('\r\n');
    return rawRequest(await hub.app.getUrl(), Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body]));
  };

  it('are taken in, and say what became of each row', async () => {
    const answer = await post(
      csvOf({ companyName: 'One', naicsCodes: '511210@2017' }, { companyName: '' }, { companyName: 'Three' }),
    );
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: expect.any(String),
      layout: 'csv',
      fileName: null,
      status: 'completed',
      ...{ rows: 3, created: 2, updated: 0, unchanged: 0, skipped: 0, rejected: 1, remarks: 1, businesses: 2 },
      startedAt: '2026-04-10T12:00:00.000Z',
      finishedAt: '2026-04-10T12:00:00.000Z',
      errorCode: null,
      findings: [
        { row: 1, kind: 'remark', code: 'naics-not-2022', message: 'NAICS 511210 is kept as a code of NAICS 2017.' },
        { row: 2, kind: 'rejected', code: 'invalid-values', message: 'companyName: must be filled.' },
      ],
    });
    const { findings } = answer.body;
    const report = await admin.api.get(`/admin/business-imports/${answer.body.id}/findings.csv`);
    expect(report.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="findings.csv"',
    });
    expect(report.text.split('\r\n')).toHaveLength(findings.length + 2);
    expect(await hub.query(`SELECT actor_id, subject_id FROM audit_events WHERE action = 'import.started'`)).toEqual([
      { actor_id: admin.id, subject_id: answer.body.id },
    ]);
  });

  it('answer the first 100 findings, and report all', async () => {
    const { body } = await post(csvOf(...Array.from({ length: 2_500 }, () => ({ companyName: '' }))));
    expect(body).toMatchObject({ rows: 2_500, rejected: 2_500, findings: { length: 100 } });
    const report = await admin.api.get(`/admin/business-imports/${body.id}/findings.csv`);
    const rows = report.text.split('\r\n').slice(1, -1);
    expect(rows.map((line) => Number(line.split(',')[0]))).toEqual(Array.from({ length: 2_500 }, (_, row) => row + 1));
  });

  it('are listed with the imports of notices, the latest first', async () => {
    const { body: imported } = await post(csvOf({ companyName: 'One' }, { companyName: '' }));
    const { findings: _, layout, ...run } = imported;
    const notices = {
      id: '00000000-0000-7000-8000-000000000001',
      ...{ source: 'sam', format: 'sam-csv', fileName: 'notices.csv', status: 'completed' },
      ...{ rows: 3, created: 1, updated: 0, unchanged: 0, merged: 2, rejected: 0, opportunities: 1 },
      startedAt: '2026-04-10T12:00:01.000Z',
      finishedAt: '2026-04-10T12:00:02.000Z',
      errorCode: null,
    };
    await hub.query(
      `INSERT INTO import_runs (id, source, format, file_name, file_sha256, reader_version, status, rows, created, merged,
                                opportunities, started_at, finished_at)
       VALUES ($1, 'sam', 'sam-csv', 'notices.csv', 'x', 1, 'completed', 3, 1, 2, 1, $2, $3)`,
      [notices.id, notices.startedAt, notices.finishedAt],
    );
    const ofNotices = { kind: 'notices', ...notices, skipped: 0, remarks: null, businesses: null };
    const ofBusinesses = { kind: 'businesses', ...run, source: null, format: layout, merged: 0, opportunities: null };
    const { body: all } = await admin.api.get('/admin/imports', { limit: 2 });
    expect(all.items).toEqual([ofNotices, ofBusinesses]);
    const { body: some } = await admin.api.get('/admin/imports', { kind: 'businesses', limit: 1 });
    expect(some).toMatchObject({ items: [ofBusinesses], total: all.total - 1, limit: 1, offset: 0 });
    const { body: beyond } = await admin.api.get('/admin/imports', { kind: 'notices', offset: 1 });
    expect(beyond).toMatchObject({ items: [], total: 1, nextCursor: null });
    expect((await admin.api.get('/admin/imports', { kind: 'people' })).status).toBe(422);
  });

  it('name firms in one spelling', async () => {
    expect(outcomes(await post(csvOf({ companyName: ' Cafe\u0301  One ' })))).toEqual([1, 0, 0, 0, 0]);
    expect(await stored()).toEqual([{ company_name: 'Caf\u00e9 One' }]);
    expect(outcomes(await post(csvOf({ companyName: 'Caf\u00e9 One' })))).toEqual([0, 0, 1, 0, 0]);
  });

  it('hold a formula as text, and export it as none', async () => {
    await post(csvOf({ companyName: FORMULA, dbaName: "'@x", description: '＝1\n+1' }));
    expect(await stored()).toEqual([{ company_name: FORMULA }]);
    const { text } = await admin.api.get('/admin/businesses.csv');
    expect(text.split('\r\n')[1]).toContain(`"'=HYPERLINK(""http://evil.test"",""x"")",'@x,`);
    expect(outcomes(await post(text))).toEqual([0, 0, 1, 0, 0]);
  });

  it('that were exported change nothing, and hold no tax number', async () => {
    const person = await signIn(hub);
    await createBusiness(person.api, aProfile({ companyName: 'Owned', einNumber: TAX_NUMBER, visibility: 'private' }));
    await post(
      csvOf(
        { companyName: 'One', cageCodes: ';1ABC2;1ABC3', zipCode: '84101', state: 'UT', annualRevenue: '0.10' },
        {
          companyName: 'Two',
          ueiNumber: 'ZQGGHJH74DW7',
          samStatus: 'active',
          samExpiresOn: '2027-01-01',
          excluded: 'no',
        },
        { companyName: 'Three', description: 'a\r\nb\nc\rd', naicsCodes: '541512;511210@2017*', pscCodes: 'DA01' },
        { companyName: 'Four', certifications: 'hubzone:active:2025-01-01..;sdb:active', samBusinessTypes: 'LJ;2X' },
      ),
    );
    const exported = await admin.api.get('/admin/businesses.csv');
    expect(exported.status).toBe(200);
    expect(exported.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="businesses.csv"',
      'cache-control': 'no-store',
    });
    expect(exported.text).not.toMatch(/3219|\bein/i);
    expect(exported.text.match(/companyName/g)).toHaveLength(1);
    expect(exported.text).toContain('Owned');
    expect(outcomes(await post(exported.text))).toEqual([0, 0, 4, 1, 0]);
    const audited = await hub.query(`SELECT actor_id FROM audit_events WHERE action = 'businesses.exported'`);
    expect(audited).toContainEqual({ actor_id: admin.id });
  });

  it('that were exported give no address to a firm that has a ZIP code alone', async () => {
    const firm = { ...NOTHING_STATED, companyName: 'Zip', zipCode: '84101' };
    const { id } = await hub.get(BusinessesService).create(null, firm);
    const { text } = await admin.api.get('/admin/businesses.csv');
    expect(outcomes(await post(text))).toEqual([0, 0, 1, 0, 0]);
    expect((await admin.api.put(`/businesses/${id}`, { zipCode: '84601' })).status).toBe(200);
  });

  it('that were exported hold whatever a profile may say', async () => {
    const { id } = await hub.get(BusinessesService).create(null, { ...NOTHING_STATED, companyName: 'Texts' });
    const said = { companyName: '🚀'.repeat(100), dbaName: '', description: ' ', businessType: 'é\uFE0F'.repeat(25) };
    const websiteUrl = `https://example.com/${'🚀'.repeat(280)}`;
    expect((await admin.api.put(`/businesses/${id}`, { ...said, websiteUrl })).status).toBe(200);
    const { text } = await admin.api.get('/admin/businesses.csv');
    expect(outcomes(await post(text))).toEqual([0, 0, 1, 0, 0]);
  });

  it('leave alone what somebody owns', async () => {
    const person = await signIn(hub);
    const id = await createBusiness(person.api, aProfile({ companyName: 'Owned', ueiNumber: 'ZQGGHJH74DW7' }));
    const before = await person.api.get(`/businesses/${id}`);
    const answer = await post(csvOf({ companyName: 'Taken', ueiNumber: 'ZQGGHJH74DW7' }));
    expect(outcomes(answer)).toEqual([0, 0, 0, 1, 0]);
    expect(answer.body.findings).toEqual([
      { row: 1, kind: 'remark', code: 'profile-owned', message: expect.stringContaining(id) },
    ]);
    const after = await person.api.get(`/businesses/${id}`);
    expect([after.body, after.headers['etag']]).toEqual([before.body, before.headers['etag']]);
  });

  it('show what was changed at once, where a view of it was kept', async () => {
    await post(csvOf({ companyName: 'Before', ueiNumber: 'ZQGGHJH74DW7' }));
    const [row] = await hub.query('SELECT id FROM businesses');
    const path = `/businesses/${String(row?.['id'])}`;
    expect((await owner.api.get(path)).body).toMatchObject({ companyName: 'Before', origin: 'csv', isClaimed: false });
    expect(outcomes(await post(csvOf({ companyName: 'After', ueiNumber: 'ZQGGHJH74DW7' })))).toEqual([0, 1, 0, 0, 0]);
    expect((await owner.api.get(path)).body).toMatchObject({ companyName: 'After' });
  });

  describe('are refused', () => {
    it('from and to everybody but administrators', async () => {
      const others = await Promise.all([signIn(hub, 'viewer'), signIn(hub, 'government_official'), signIn(hub)]);
      const { body } = await post(csvOf({ companyName: '' }));
      for (const { api } of others) {
        expect((await post(csvOf({ companyName: 'One' }), { ...admin, api })).status).toBe(403);
        for (const path of [
          '/admin/businesses.csv',
          '/admin/imports',
          `/admin/business-imports/${body.id}/findings.csv`,
        ]) {
          expect((await api.get(path)).status).toBe(403);
        }
      }
      expect(
        (await hub.anonymous.post('/admin/imports?kind=businesses', csvOf({ companyName: 'One' }), CSV)).status,
      ).toBe(401);
      expect(await stored()).toEqual([]);
    });

    it.each([
      ['JSON', 'application/json'],
      ['text', 'text/plain'],
      ['a form', 'application/x-www-form-urlencoded'],
      ['many parts', 'multipart/form-data; boundary=x'],
      ['another character set', 'text/csv; charset=utf-16'],
    ])('as %s', async (_, type) => {
      expect((await post('{}', admin, { 'Content-Type': type })).status).toBe(415);
    });

    it.each([
      ['that is none', Buffer.from([0xff, 0xfe])],
      ['of another encoding', Buffer.from('Café', 'latin1')],
    ])('with a name %s, of which nothing is taken in', async (_, name) => {
      const [before = '', after = ''] = csvOf({ companyName: 'One' }, { companyName: 'NAME' }).split('NAME');
      const body = Buffer.concat([Buffer.from(before), name, Buffer.from(after)]);
      const answer = await raw(body, 'Content-Type: text/csv', `Content-Length: ${body.length}`);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toContain('"code":"not-utf8"');
      expect(await stored()).toEqual([]);
    });

    it('compressed', async () => {
      const body = gzipSync(csvOf({ companyName: 'One' }));
      const headers = ['Content-Type: text/csv', 'Content-Encoding: gzip', `Content-Length: ${body.length}`];
      expect(await raw(body, ...headers)).toMatch(/^HTTP\/1\.1 415 /);
    });

    it('at any other address', async () => {
      for (const path of ['/businesses', '/admin/rematch', '/admin/import', '/admin/imports/x']) {
        expect((await admin.api.post(path, 'a,b', CSV)).status).toBe(415);
      }
      const put = { method: 'PUT', path: '/api/v1/admin/imports', body: 'a,b', headers: CSV };
      expect((await admin.api.send(put)).status).toBe(415);
    });

    it('without a kind, or of another one', async () => {
      for (const query of ['', '?kind=people', '?kind=businesses&kind=businesses', '?kind=businesses&x=1']) {
        const { status, body } = await admin.api.post(`/admin/imports${query}`, csvOf({ companyName: 'One' }), CSV);
        expect([query, status, body.code]).toEqual([query, 422, 'validation-failed']);
      }
    });

    it.each([
      ['nothing', '', 'empty-file'],
      ['a blank line', '\r\n', 'empty-file'],
      ['no header line', 'Acme,84101\nOther,84102', 'unknown-layout'],
      ['missing columns', 'companyName,city\nAcme,Provo', 'wrong-columns'],
      ['a column for tax numbers', `${businessCsvColumns.join(',')},einNumber\n`, 'wrong-columns'],
      ['binary data', '\u0000\u0001PK\u0003\u0004', 'unknown-layout'],
      [
        'quotes that are never closed',
        `${businessCsvColumns.join(',')}\n${'a,"b\n'.repeat(50_000)}`,
        'unreadable-rows',
      ],
    ])('with %s', async (_, text, code) => {
      const { status, body } = await post(text);
      expect([status, body.errors]).toEqual([422, [expect.objectContaining({ field: 'body', code })]]);
      expect(await stored()).toEqual([]);
    });

    it('without any body', async () => {
      const { status, body } = await admin.api.send({ method: 'POST', path: '/api/v1/admin/imports?kind=businesses' });
      expect([status, body.errors?.[0]?.code]).toEqual([422, 'empty-file']);
    });

    it('with more than 20 MB, announced or not, of which nothing is taken in', async () => {
      const row = csvOf({ companyName: 'One', description: 'x'.repeat(4_900) }).split('\n')[1] ?? '';
      const large = Buffer.from(`${businessCsvColumns.join(',')}\n${`${row}\n`.repeat(4_200)}`);
      expect(large.length).toBeGreaterThan(20_000_000);
      const announced = await raw(large, 'Content-Type: text/csv', `Content-Length: ${large.length}`);
      const chunk = Buffer.concat([
        Buffer.from(`${large.length.toString(16)}\r\n`),
        large,
        Buffer.from('\r\n0\r\n\r\n'),
      ]);
      const chunked = await raw(chunk, 'Content-Type: text/csv', 'Transfer-Encoding: chunked');
      for (const answer of [announced, chunked]) {
        expect(answer).toMatch(/^HTTP\/1\.1 413 /);
        expect(answer).toContain('application/problem+json');
      }
      expect(await stored()).toEqual([]);
    });

    it('while another one is being imported', async () => {
      const { status, body } = await hub
        .get(AdvisoryLocks)
        .tryWith('import-businesses', () => post(csvOf({ companyName: 'One' })))
        .then((answer) => answer ?? Promise.reject(new Error('The lock was taken.')));
      expect([status, body.code]).toEqual([409, 'import-running']);
    });

    it('that break off, of which nothing is taken in', async () => {
      const { hostname, port } = new URL(await hub.app.getUrl());
      const head = [
        'POST /api/v1/admin/imports?kind=businesses HTTP/1.1',
        'Host: localhost',
        `Authorization: Bearer ${admin.accessToken}`,
        'Content-Type: text/csv',
        'Content-Length: 1000000',
        'X-Request-Id: broken-off',
      ];
      const socket = connect(Number(port), hostname);
      const received = new Promise((resolve) => socket.once('data', resolve));
      socket.write(`${[...head, 'Expect: 100-continue'].join('\r\n')}\r\n\r\n`);
      expect(String(await received)).toMatch(/100 Continue/);
      await new Promise((resolve) => socket.write(csvOf({ companyName: 'One' }), resolve));
      socket.destroy();
      const lineOf = () => capturedLog.of('http').find(({ requestId }) => requestId === 'broken-off');
      await until('the request has ended', async () => lineOf() !== undefined);
      expect(await stored()).toEqual([]);
      expect(lineOf()).toMatchObject({ aborted: true });
      expect(await hub.query(`SELECT FROM audit_events WHERE action = 'error.unexpected'`)).toEqual([]);
    });
  });

  it('whose report nobody made cannot be read', async () => {
    const path = '/admin/business-imports/00000000-0000-4000-8000-000000000000/findings.csv';
    expect((await admin.api.get(path)).status).toBe(404);
    expect((await admin.api.get('/admin/business-imports/x/findings.csv')).status).toBe(400);
  });

  it('are large, and are written in many short statements', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => ({
      companyName: `Firm ${index}`,
      description: 'x'.repeat(1_000),
      naicsCodes: manyCodes,
      pscCodes: 'DA01;R425;S201',
      zipCode: '84101',
    }));
    const statements = new SlowestStatement(hub.get(DataSource));
    const startedAt = performance.now();
    expect(outcomes(await post(csvOf(...rows)))).toEqual([3_000, 0, 0, 0, 0]);
    expect(outcomes(await post(csvOf(...rows)))).toEqual([0, 0, 3_000, 0, 0]);
    expect(outcomes(await post(csvOf(...rows.map((row) => ({ ...row, naicsCodes: '541512', dbaName: 'x' })))))).toEqual(
      [0, 3_000, 0, 0, 0],
    );
    const milliseconds = performance.now() - startedAt;
    console.info(
      `Of ${milliseconds.toFixed()} ms of imports the slowest statement took ${statements.milliseconds} ms.`,
    );
    expect(statements.milliseconds).toBeLessThan(milliseconds / 5);
  });
});
