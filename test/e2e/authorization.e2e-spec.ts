import { randomUUID } from 'node:crypto';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants';
import { PUBLIC } from '../../src/common/auth/public.decorator';
import { REQUIRED_PERMISSION } from '../../src/common/auth/require-permission.decorator';
import type { ApiClient, ApiRequest } from '../support/api-client';
import { AuthConfig } from '../../src/config';
import { anAgency } from '../support/agencies';
import { NOW, startHub, type TestHub } from '../support/app';
import { createBusiness } from '../support/businesses';
import { openApi } from '../support/contract';
import { aNotice } from '../support/notices';
import { claimsOf, forgeToken, headerOf } from '../support/forged-tokens';
import { type Person, signIn } from '../support/people';
import { type Alias, authorizationMatrix, type Identity, identities, treatedLike, type Verdict } from './authz-matrix';

/** Entries of a list that the checks of a body let through: authorization is asked after the body was read. */
const BODIES: Readonly<Record<string, object>> = {
  'naics-codes': { code: '541512' },
  'psc-codes': { code: 'DA01' },
  certifications: { program: 'sdb', status: 'active' },
  services: { title: 'Roofs' },
  'past-performance': { title: 'A roof' },
  import: { items: [{ title: 'A roof' }] },
  'cage-codes': { code: '1CK93' },
  licences: { classification: 'B100', status: 'active' },
  addresses: { kind: 'branch', zipCode: '84101' },
  'size-history': { measure: 'receipts', period: '2025', amount: 1 },
};

/** Operations that take a file: what is no file is refused before anybody is asked who sends it. */
const FILES: Readonly<Record<string, { readonly query: Record<string, string>; readonly text: string }>> = {
  'POST /api/v1/admin/imports': { query: { kind: 'businesses' }, text: 'no,columns\n' },
};

/** Nest's 404 for the paths outside the prefix answers every method there is. */
const isFallback = (methods: readonly string[]): boolean => methods.includes('trace');

/** Methods and paths that Express answers, with parameters as OpenAPI writes them. */
const routesOf = (hub: TestHub): string[] =>
  hub.app
    .getHttpAdapter()
    .getInstance()
    .router.stack.flatMap(({ route }) => {
      const methods = [...new Set(route?.stack.map(({ method }) => method))];
      if (!route || isFallback(methods)) return [];
      return methods.map((method) => `${method.toUpperCase()} ${route.path.replaceAll(/:(\w+)/g, '{$1}')}`);
    });

const isDocumentation = (operation: string): boolean => /^GET \/(docs|redoc|openapi\.json|account)/.test(operation);

/**
 * Administrators own no profile, so there is nothing to match for them; entries of lists and findings of imports are asked for by ids that are none;
 * everything else that may be read is there.
 */
const readStatus = (template: string, asker: Asker): 200 | 404 =>
  /\{partId\}|\/findings\.csv$/.test(template) || (template.includes('/matching/') && asker === 'admin') ? 404 : 200;

/** The person was let in, and is asked for the password once more, or to prove the address first. */
const ASKS_FOR_MORE = ['current-password-required', 'wrong-password', 'email-unverified'];

type Asker = Identity | Alias;
const askers: readonly Asker[] = [...identities, 'unverified', 'demoted', 'deactivated', 'expired', 'refreshAsAccess'];
const isAlias = (asker: Asker): asker is Alias => asker in treatedLike;
const columnOf = (asker: Asker): Identity => (isAlias(asker) ? treatedLike[asker] : asker);

/** Everything that a refused request must not touch. */
const GUARDED_TABLES = [
  'users',
  'sessions',
  'second_factors',
  'agencies',
  'businesses',
  'business_naics_codes',
  'business_psc_codes',
  'business_cage_codes',
  'business_certifications',
  'business_licences',
  'business_addresses',
  'business_services',
  'business_past_performance',
  'business_size_records',
  'opportunities',
];

describe('authorization', () => {
  let hub: TestHub;
  let callers: Readonly<Record<Asker, ApiClient>>;
  let owner: Person;
  let stranger: Person;
  let businessId: string;
  let opportunityId: string;
  let agencyId: string;
  let targetId: string;

  beforeAll(async () => {
    hub = await startHub({ THROTTLE_SCALE: '1000' });
    agencyId = (await anAgency(hub)).id;
    const [viewer, official, admin, unverified, demoted, deactivated] = await Promise.all([
      signIn(hub, 'viewer'),
      signIn(hub, 'government_official', agencyId),
      signIn(hub, 'admin'),
      signIn(hub),
      signIn(hub, 'admin'),
      signIn(hub, 'admin'),
    ]);
    [owner, stranger] = await Promise.all([signIn(hub), signIn(hub)]);
    targetId = (await signIn(hub, 'viewer')).id;
    await hub.query('UPDATE users SET is_verified = false WHERE id = $1', [unverified.id]);
    await hub.query(`UPDATE users SET role = 'viewer' WHERE id = $1`, [demoted.id]);
    await hub.query('UPDATE users SET is_active = false WHERE id = $1', [deactivated.id]);
    callers = {
      anonymous: hub.anonymous,
      viewer: viewer.api,
      stranger: stranger.api,
      owner: owner.api,
      official: official.api,
      admin: admin.api,
      unverified: unverified.api,
      demoted: demoted.api,
      deactivated: deactivated.api,
      expired: hub.anonymous.with(expiredTokenOf(admin, hub.get(AuthConfig).accessSecret)),
      refreshAsAccess: hub.anonymous.with(admin.refreshToken),
    };
    businessId = await createBusiness(owner.api);
    await Promise.all([createBusiness(stranger.api), createBusiness(unverified.api)]);
    [opportunityId = ''] = await hub.publish(aNotice());
  });

  afterAll(() => hub.close());

  const idFor = (template: string): string => {
    if (template.includes('/sessions/')) return randomUUID();
    if (template.includes('/users/')) return targetId;
    if (template.includes('/agencies/')) return agencyId;
    return template.includes('/businesses/') ? businessId : opportunityId;
  };

  const requestOf = (operation: string): ApiRequest => {
    const [method = '', template = ''] = operation.split(' ');
    const path = template
      .replace('{id}', idFor(template))
      .replace('{partId}', randomUUID())
      .replace('{naics}', '541512');
    const request = { method, path, headers: { 'If-Match': '"999"' } };
    const file = FILES[operation];
    if (file) {
      const headers = { ...request.headers, 'Content-Type': 'text/csv' };
      return { ...request, query: file.query, body: file.text, headers };
    }
    const isWriting = method === 'POST' || method === 'PUT';
    return isWriting ? { ...request, body: BODIES[template.split('/').at(-1) ?? ''] ?? {} } : request;
  };

  /** Asks so that whoever is let in changes nothing that a later question needs. */
  const ask = async (operation: string, asker: Asker): Promise<Verdict> => {
    const [method = '', template = ''] = operation.split(' ');
    const { status, body: answer } = await callers[asker].send(requestOf(operation));
    if (status === 401 && answer.code === 'unauthenticated') return status;
    if (status === 403 && !ASKS_FOR_MORE.includes(answer.code)) return status;
    // Whoever is let in is answered: a reader with what there is, a writer at least by the handler.
    const expected = method === 'GET' ? readStatus(template, asker) : status;
    expect([operation, asker, status]).toEqual([operation, asker, expected]);
    return 'in';
  };

  const fingerprint = async (): Promise<unknown> => {
    const sums = GUARDED_TABLES.map(
      (table) => `(SELECT md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) FROM ${table} t) AS ${table}`,
    );
    return hub.query(`SELECT ${sums.join(', ')}`);
  };

  it('names every operation of the router in the matrix, and no other', () => {
    const routed = routesOf(hub).filter((operation) => !isDocumentation(operation));
    expect(routed.sort()).toEqual(Object.keys(authorizationMatrix).sort());
  });

  it('documents every operation of the router, and no other', () => {
    const documented = Object.entries(openApi.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(documented.sort()).toEqual(Object.keys(authorizationMatrix).sort());
  });

  it('has every handler say what it demands', () => {
    const [reflector, scanner] = [hub.get(Reflector), new MetadataScanner()];
    const handlers = hub
      .get(DiscoveryService)
      .getControllers()
      .flatMap(({ instance, metatype }) => {
        const prototype = Object.getPrototypeOf(instance);
        const names = scanner.getAllMethodNames(prototype);
        return names.map((name) => ({ name: `${metatype?.name}.${name}`, targets: [prototype[name], metatype] }));
      })
      .filter(({ targets: [handler] }) => Reflect.hasMetadata(PATH_METADATA, handler));
    const declared = ({ targets: [handler, controller] }: (typeof handlers)[number]): number =>
      [PUBLIC, REQUIRED_PERMISSION].filter((key) => reflector.getAllAndOverride(key, [handler, controller])).length;
    expect(handlers.length).toBe(Object.keys(authorizationMatrix).length);
    expect(handlers.filter((handler) => declared(handler) !== 1).map(({ name }) => name)).toEqual([]);
  });

  it.each(Object.entries(authorizationMatrix))('%s', async (operation, row) => {
    const declared = (asker: Asker): Verdict => row[identities.indexOf(columnOf(asker))] ?? 'in';
    const refused = askers.filter((asker) => declared(asker) !== 'in');
    const before = await fingerprint();
    const verdicts = new Map<Asker, Verdict>();
    for (const asker of refused) verdicts.set(asker, await ask(operation, asker));
    expect(await fingerprint()).toEqual(before);
    for (const asker of askers) if (!verdicts.has(asker)) verdicts.set(asker, await ask(operation, asker));
    expect(Object.fromEntries(verdicts)).toEqual(Object.fromEntries(askers.map((asker) => [asker, declared(asker)])));
  });

  describe('does not lead from the own row to another one', () => {
    it('by an entry of a list of somebody else', async () => {
      await owner.api.post(`/businesses/${businessId}/naics-codes`, { code: '541512' });
      const { body: listed } = await owner.api.get(`/businesses/${businessId}/naics-codes`);
      const [{ id: entryId }] = listed.items;
      const { body: own } = await stranger.api.get('/businesses');
      const strangersBusiness = own.items.find(({ id }: { id: string }) => id !== businessId).id;
      const [row] = await hub.query('SELECT id FROM businesses WHERE owner_id = $1', [stranger.id]);
      expect(strangersBusiness).toEqual(expect.any(String));
      const path = `/businesses/${String(row?.['id'])}/naics-codes/${entryId}`;
      const answers = [
        await stranger.api.get(path),
        await stranger.api.put(path, { code: '541519' }),
        await stranger.api.delete(path),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
      expect((await owner.api.get(`/businesses/${businessId}/naics-codes`)).body).toEqual(listed);
    });

    it('to what only the owner may read of it', async () => {
      const figures = {
        annualRevenue: 1_234_567,
        employeeCount: 42,
        einNumber: '87-4443219',
        samRegistration: { status: 'active' },
        excluded: false,
        bondingSingleUsd: 5,
        contractValueMaxUsd: 7,
        ownExclusions: { states: ['AK'] },
      };
      await owner.api.put(`/businesses/${businessId}`, figures);
      const [own, others] = [
        await owner.api.get(`/businesses/${businessId}`),
        await stranger.api.get(`/businesses/${businessId}`),
      ];
      expect(own.body).toMatchObject({ employeeCount: 42, einNumber: '**-***3219' });
      for (const field of Object.keys(figures)) expect(others.body).not.toHaveProperty(field);
      for (const list of ['licences', 'addresses', 'pastPerformance', 'sizeHistory']) {
        expect([own.body[list], others.body[list]]).toEqual([expect.any(Array), undefined]);
      }
    });

    it('to sessions of somebody else', async () => {
      const [{ id }] = (await owner.api.get('/users/me/sessions')).body.items;
      expect((await stranger.api.delete(`/users/me/sessions/${id}`)).status).toBe(404);
      const listed: { id: string }[] = (await stranger.api.get('/users/me/sessions')).body.items;
      expect(listed.map((session) => session.id)).not.toContain(id);
      expect((await owner.api.get('/users/me')).status).toBe(200);
    });

    it('to opportunities of another agency', async () => {
      const elsewhere = await anAgency(hub, { department: 'INTERIOR, DEPARTMENT OF THE' });
      const [other, nobodys] = await Promise.all([
        signIn(hub, 'government_official', elsewhere.id),
        signIn(hub, 'government_official'),
      ]);
      const answers = await Promise.all(
        [other, nobodys].map(({ api }) => api.get(`/opportunities/${opportunityId}/matches`)),
      );
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
        [403, 'other-agency'],
        [403, 'no-agency'],
      ]);
    });
  });

  describe('lets nobody in', () => {
    it.each([
      ['ended', 'UPDATE sessions SET ended_at = created_at WHERE user_id = $1'],
      ['older than seven days', `UPDATE sessions SET expires_at = created_at WHERE user_id = $1`],
      ['gone', 'DELETE FROM sessions WHERE user_id = $1'],
    ])('with a session that is %s', async (_, statement) => {
      const { api, id, refreshToken } = await signIn(hub);
      expect((await api.get('/users/me')).status).toBe(200);
      await hub.query(statement, [id]);
      const refreshed = await hub.anonymous.post('/auth/refresh', { refresh_token: refreshToken });
      expect([(await api.get('/users/me')).status, refreshed.status]).toEqual([401, 401]);
    });

    it('as somebody else, with the own session', async () => {
      const claims = { ...claimsOf(stranger.accessToken), sub: owner.id };
      const token = forgeToken(headerOf(stranger.accessToken), claims, hub.get(AuthConfig).accessSecret);
      expect((await hub.anonymous.with(token).get('/users/me')).status).toBe(401);
    });
  });

  describe('is asked before what a request holds', () => {
    const strange = { query: { access_token: 'x' }, body: { zzz: 1 } };

    it('of nobody', async () => {
      const { status } = await hub.anonymous.send({ method: 'GET', path: '/api/v1/users/me', query: strange.query });
      expect(status).toBe(401);
    });

    it('of the wrong role, which leaves a trace', async () => {
      const { api, id } = await signIn(hub, 'viewer');
      for (const part of [{ query: strange.query }, { body: strange.body }]) {
        const { status, body } = await api.send({ method: 'POST', path: '/api/v1/admin/rematch', ...part });
        expect([status, body.code]).toEqual([403, 'forbidden']);
      }
      const events = await hub.query(`SELECT action FROM audit_events WHERE actor_id = $1 AND outcome = 'denied'`, [
        id,
      ]);
      expect(events).toEqual([{ action: 'access.denied' }, { action: 'access.denied' }]);
    });
  });

  it('asks for the password again before an account is changed where it hurts', async () => {
    const answers = [
      await owner.api.put('/users/me', { email: 'thief@example.test' }),
      await owner.api.put('/users/me/password', { newPassword: 'purple mountain majesty' }),
      await owner.api.delete('/users/me'),
      await owner.api.post('/auth/mfa/recovery-codes'),
      await owner.api.delete('/auth/mfa'),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      answers.map(() => [403, 'current-password-required']),
    );
  });
});

/** Signed as ours are, and over since a second. */
const expiredTokenOf = ({ accessToken }: Person, secret: string): string => {
  const seconds = NOW.getTime() / 1000;
  return forgeToken(headerOf(accessToken), { ...claimsOf(accessToken), iat: seconds - 901, exp: seconds - 1 }, secret);
};
