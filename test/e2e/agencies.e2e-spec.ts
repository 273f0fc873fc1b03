import { randomUUID } from 'node:crypto';
import { anAgency } from '../support/agencies';
import { startHub, type TestHub } from '../support/app';
import { aNotice } from '../support/notices';
import { type Person, signIn } from '../support/people';

const AIR_FORCE = {
  name: 'Department of the Air Force',
  level: 'federal',
  department: 'DEPT OF DEFENSE',
  subTier: 'DEPT OF THE AIR FORCE',
};

describe('agencies', () => {
  let hub: TestHub;
  let admin: Person;

  beforeAll(async () => {
    hub = await startHub();
    admin = await signIn(hub, 'admin');
  });

  afterAll(() => hub.close());

  const actionsOn = async (id: string): Promise<unknown[]> => {
    const rows = await hub.query('SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY sequence', [id]);
    return rows.map(({ action }) => action);
  };

  describe('administration', () => {
    it('creates, answers, changes and deletes, and leaves a trace of each', async () => {
      const created = await admin.api.post('/admin/agencies', AIR_FORCE);
      expect(created.status).toBe(201);
      expect(created.headers['etag']).toBe('"1"');
      expect(created.body).toEqual({
        ...AIR_FORCE,
        id: expect.any(String),
        officeCode: null,
        createdAt: '2026-04-10T12:00:00.000Z',
      });
      const path = `/admin/agencies/${created.body.id}`;
      expect((await admin.api.get(path)).body).toEqual(created.body);

      const changed = await admin.api.put(path, { officeCode: 'FA8201', subTier: null });
      expect(changed.status).toBe(200);
      expect(changed.headers['etag']).toBe('"2"');
      expect(changed.body).toEqual({ ...created.body, officeCode: 'FA8201', subTier: null });
      expect((await admin.api.get(path)).body).toEqual(changed.body);

      expect((await admin.api.delete(path)).status).toBe(204);
      expect((await admin.api.get(path)).status).toBe(404);
      expect(await actionsOn(created.body.id)).toEqual(['agency.created', 'agency.updated', 'agency.deleted']);
    });

    it('lists by name, whatever the letter case', async () => {
      for (const name of ['zion', 'Moab', 'Alta']) await anAgency(hub, { name });
      const { body } = await admin.api.get('/admin/agencies', { limit: 100 });
      const names: string[] = body.items.map(({ name }: { name: string }) => name);
      expect(names.filter((name) => /^(zion|Moab|Alta)$/.test(name))).toEqual(['Alta', 'Moab', 'zion']);
      expect(body.total).toBe(names.length);
      const first = await admin.api.get('/admin/agencies', { limit: 1 });
      const rest = await admin.api.get('/admin/agencies', { limit: 100, cursor: first.body.nextCursor });
      expect([...first.body.items, ...rest.body.items]).toEqual(body.items);
    });

    it('keeps names unique, whatever the letter case and blanks, also when asked by many at once', async () => {
      const names = ['Park City', 'PARK CITY', ' Park  City', 'park city', 'Park City '];
      const answers = await Promise.all(
        names.map((name) => admin.api.post('/admin/agencies', { name, level: 'city' })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
      expect(new Set(answers.flatMap(({ body }) => body.code ?? []))).toEqual(new Set(['agency-name-taken']));
      const { id } = await anAgency(hub);
      const renamed = await admin.api.put(`/admin/agencies/${id}`, { name: 'Park city' });
      expect([renamed.status, renamed.body.code]).toEqual([409, 'agency-name-taken']);
    });

    it.each<[string, object, string]>([
      ['no name', { name: undefined }, 'name'],
      ['a blank name', { name: '  ' }, 'name'],
      ['a name that is too long', { name: 'x'.repeat(121) }, 'name'],
      ['a name that is no text', { name: 7 }, 'name'],
      ['a level that does not exist', { level: 'galactic' }, 'level'],
      ['a department that is too long', { department: 'x'.repeat(201) }, 'department'],
      ['a blank sub-tier', { subTier: ' ' }, 'subTier'],
      ['a sub-tier without department', { department: null }, 'department'],
      ['an office code without department', { department: null, subTier: null, officeCode: 'X' }, 'department'],
      ['an id', { id: randomUUID() }, 'id'],
      ['a version', { version: 3 }, 'version'],
    ])('refuses %s', async (_, given, field) => {
      const { status, body } = await admin.api.post('/admin/agencies', { ...AIR_FORCE, name: 'Refused', ...given });
      expect([status, body.errors?.[0]?.field]).toEqual([422, field]);
    });

    it('takes a name and a department of the greatest length', async () => {
      const longest = { name: 'n'.repeat(120), level: 'state', department: 'd'.repeat(200), subTier: 's'.repeat(200) };
      expect((await admin.api.post('/admin/agencies', longest)).body).toMatchObject(longest);
    });

    it('refuses a change after which a sub-tier would stand alone, and a name of null', async () => {
      const { id } = await anAgency(hub, { subTier: 'DEPT OF THE ARMY' });
      for (const [given, field] of [
        [{ department: null }, 'department'],
        [{ name: null }, 'name'],
        [{ level: null }, 'level'],
      ] as const) {
        const { status, body } = await admin.api.put(`/admin/agencies/${id}`, given);
        expect([status, body.errors?.[0]?.field]).toEqual([422, field]);
      }
      const cleared = await admin.api.put(`/admin/agencies/${id}`, { department: null, subTier: null });
      expect(cleared.body).toMatchObject({ department: null, subTier: null });
    });

    it('loses no update: of many who read the same version one succeeds', async () => {
      const { id } = await anAgency(hub);
      const path = `/admin/agencies/${id}`;
      const tag = (await admin.api.get(path)).headers['etag'] ?? '';
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          admin.api.put(path, { department: `Department ${index}` }, { 'If-Match': tag }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 412)]);
      expect((await admin.api.get(path)).headers['etag']).toBe('"2"');
      const stale = await admin.api.delete(path, { 'If-Match': tag });
      expect([stale.status, stale.body.code]).toEqual([412, 'stale']);
    });

    it('changes nothing where everything is as wanted already', async () => {
      const { id, name } = await anAgency(hub);
      const { headers } = await admin.api.put(`/admin/agencies/${id}`, { name: ` ${name}`, subTier: null });
      expect(headers['etag']).toBe('"1"');
      expect(await actionsOn(id)).toEqual(['agency.created']);
    });

    it('keeps an agency that officials belong to', async () => {
      const { id } = await anAgency(hub);
      const official = await signIn(hub, 'government_official', id);
      const refused = await admin.api.delete(`/admin/agencies/${id}`);
      expect([refused.status, refused.body.code]).toEqual([409, 'agency-in-use']);
      expect((await admin.api.put(`/users/${official.id}`, { agencyId: null })).status).toBe(200);
      expect((await admin.api.delete(`/admin/agencies/${id}`)).status).toBe(204);
    });

    it('answers 404 for one that does not exist, 400 for what is no id', async () => {
      for (const [id, status] of [
        [randomUUID(), 404],
        ['1', 400],
      ] as const) {
        const path = `/admin/agencies/${id}`;
        const answers = [await admin.api.get(path), await admin.api.put(path, {}), await admin.api.delete(path)];
        expect(answers.map((answer) => answer.status)).toEqual([status, status, status]);
      }
    });

    it('is for administrators alone', async () => {
      const { id } = await anAgency(hub);
      const official = await signIn(hub, 'government_official', id);
      const [read, list] = [await official.api.get(`/admin/agencies/${id}`), await official.api.get('/admin/agencies')];
      const written = await official.api.put(`/admin/agencies/${id}`, { department: 'STATE' });
      expect([read.status, list.status, written.status]).toEqual([403, 403, 403]);
    });
  });

  describe('officials', () => {
    let path: string;

    beforeAll(async () => {
      const [opportunityId] = await hub.publish(aNotice());
      path = `/opportunities/${opportunityId}/matches`;
    });

    const verdict = async ({ api }: Person): Promise<unknown[]> => {
      const { status, body } = await api.get(path);
      return [status, body.code];
    };

    it('see who could serve what their own agency buys, and nothing of others', async () => {
      const [army, office, airForce, interior, none] = await Promise.all([
        anAgency(hub, { department: 'Dept of  Defense', subTier: 'DEPT OF THE ARMY' }),
        anAgency(hub, { officeCode: 'w912xx' }),
        anAgency(hub, { subTier: 'DEPT OF THE AIR FORCE' }),
        anAgency(hub, { department: 'INTERIOR, DEPARTMENT OF THE' }),
        anAgency(hub, { department: null }),
      ]);
      const officialOf = ({ id }: { id: string }): Promise<Person> => signIn(hub, 'government_official', id);
      for (const agency of [army, office]) expect(await verdict(await officialOf(agency))).toEqual([200, undefined]);
      for (const agency of [airForce, interior, none]) {
        expect(await verdict(await officialOf(agency))).toEqual([403, 'other-agency']);
      }
      expect(await verdict(await signIn(hub, 'government_official'))).toEqual([403, 'no-agency']);
      expect(await verdict(admin)).toEqual([200, undefined]);
    });

    it('are limited by what the administrator says from their next request on', async () => {
      const [own, other] = await Promise.all([anAgency(hub), anAgency(hub, { department: 'STATE' })]);
      const official = await signIn(hub, 'government_official', own.id);
      expect(await verdict(official)).toEqual([200, undefined]);
      await admin.api.put(`/users/${official.id}`, { agencyId: other.id });
      expect(await verdict(official)).toEqual([403, 'other-agency']);
      await admin.api.put(`/admin/agencies/${other.id}`, { department: 'DEPT OF DEFENSE' });
      expect(await verdict(official)).toEqual([200, undefined]);
      await admin.api.put(`/users/${official.id}`, { agencyId: null });
      expect(await verdict(official)).toEqual([403, 'no-agency']);
    });
  });
});
