import { randomUUID } from 'node:crypto';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants';
import { PUBLIC } from '../../src/common/auth/public.decorator';
import { REQUIRED_PERMISSION } from '../../src/common/auth/require-permission.decorator';
import type { ApiClient } from '../support/api-client';
import { startHub, type TestHub } from '../support/app';
import { createBusiness } from '../support/businesses';
import { openApi } from '../support/contract';
import { aNotice } from '../support/notices';
import { signIn } from '../support/people';
import { authorizationMatrix, type Identity, identities, type Verdict } from './authz-matrix';

/** Entries of a list that the checks of a body let through: authorization is asked after the body was read. */
const BODIES: Readonly<Record<string, object>> = {
  'naics-codes': { code: '541512' },
  'psc-codes': { code: 'DA01' },
  certifications: { program: 'sdb', status: 'active' },
  services: { title: 'Roofs' },
  'past-performance': { title: 'A roof' },
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

const isDocumentation = (operation: string): boolean => /^GET \/(docs|redoc|openapi\.json)/.test(operation);

/** Administrators own no profile, so there is nothing to match for them; everything else that may be read is there. */
const readStatus = (template: string, identity: Identity): 200 | 404 =>
  template.includes('/matching/') && identity === 'admin' ? 404 : 200;

describe('authorization', () => {
  let hub: TestHub;
  let callers: Readonly<Record<Identity, ApiClient>>;
  let businessId: string;
  let opportunityId: string;

  beforeAll(async () => {
    hub = await startHub();
    const [viewer, stranger, owner, official, admin] = await Promise.all([
      signIn(hub, 'viewer'),
      signIn(hub),
      signIn(hub),
      signIn(hub, 'government_official'),
      signIn(hub, 'admin'),
    ]);
    callers = {
      anonymous: hub.anonymous,
      viewer: viewer.api,
      stranger: stranger.api,
      owner: owner.api,
      official: official.api,
      admin: admin.api,
    };
    businessId = await createBusiness(owner.api);
    await createBusiness(stranger.api);
    [opportunityId = ''] = await hub.publish(aNotice());
  });

  afterAll(() => hub.close());

  /** Asks so that whoever is let in changes nothing that a later question needs. */
  const ask = async (operation: string, identity: Identity): Promise<Verdict> => {
    const [method = '', template = ''] = operation.split(' ');
    const id = template.includes('/businesses/') ? businessId : opportunityId;
    const path = template.replace('{id}', id).replace('{partId}', randomUUID()).replace('{naics}', '541512');
    const body = method === 'POST' || method === 'PUT' ? (BODIES[template.split('/').at(-1) ?? ''] ?? {}) : undefined;
    const { status } = await callers[identity].send({ method, path, body, headers: { 'If-Match': '"999"' } });
    if (status === 401 || status === 403) return status;
    // Whoever is let in is answered: a reader with what there is, a writer at least by the handler.
    const expected = method === 'GET' ? readStatus(template, identity) : status;
    expect([operation, identity, status]).toEqual([operation, identity, expected]);
    return 'in';
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
    const verdicts: Verdict[] = [];
    for (const identity of identities) verdicts.push(await ask(operation, identity));
    expect(verdicts).toEqual(row);
  });
});
