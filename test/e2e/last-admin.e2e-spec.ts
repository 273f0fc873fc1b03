import { UsersService } from '../../src/modules/users';
import { startHub, type TestHub } from '../support/app';
import { PASSWORD, type Person, signIn } from '../support/people';

describe('the last administrator', () => {
  let hub: TestHub;
  let one: Person;
  let other: Person;
  let users: UsersService;

  beforeAll(async () => {
    hub = await startHub();
    users = hub.get(UsersService);
    [one, other] = await Promise.all([signIn(hub, 'admin'), signIn(hub, 'admin')]);
  });

  afterAll(() => hub.close());

  const activeAdmins = async (): Promise<number> =>
    (await hub.query(`SELECT FROM users WHERE role = 'admin' AND is_active`)).length;
  const restore = (): Promise<unknown> => hub.query(`UPDATE users SET role = 'admin', is_active = true`);

  it('stays, whoever asks and however', async () => {
    await users.changeRole(other.id, 'viewer');
    const answers = [
      await one.api.put(`/admin/users/${one.id}/role`, { role: 'viewer' }),
      await one.api.delete(`/users/${one.id}`),
      await one.api.post(`/users/${one.id}/deactivate`),
      await one.api.put(`/admin/users/${one.id.toUpperCase()}/role`, { role: 'viewer' }),
      await one.api.delete(`/users/${one.id.toUpperCase()}`),
      await one.api.post(`/users/${one.id.toUpperCase()}/deactivate`),
      await one.api.send({ method: 'DELETE', path: '/api/v1/users/me', body: { currentPassword: PASSWORD } }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [409, 'last-admin']));
    expect((await one.api.put(`/admin/users/${one.id}/role`, { role: 'admin' })).status).toBe(200);
    await restore();
  });

  it('and every other one acts on others: who goes has to give the password', async () => {
    const answers = [
      await one.api.delete(`/users/${one.id}`),
      await one.api.post(`/users/${one.id}/deactivate`),
      await one.api.delete(`/users/${one.id.toUpperCase()}`),
      await one.api.post(`/users/${one.id.toUpperCase()}/deactivate`),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [403, 'own-account']));
    expect([(await one.api.get('/auth/me')).status, await activeAdmins()]).toEqual([200, 2]);
    const done = `SELECT FROM audit_events WHERE subject_id = $1 AND action IN ('account.deleted', 'account.deactivated')`;
    expect(await hub.query(done, [one.id])).toEqual([]);
  });

  it('is not one who cannot sign in: a deactivated administrator does not count', async () => {
    await users.setActive(other.id, false);
    const { status, body } = await one.api.put(`/admin/users/${one.id}/role`, { role: 'viewer' });
    expect([status, body.code]).toEqual([409, 'last-admin']);
    expect((await one.api.put(`/admin/users/${other.id}/role`, { role: 'viewer' })).status).toBe(200);
    await restore();
  });

  it('is left by two who demote each other at the same time, fifty times', async () => {
    for (let round = 0; round < 50; round += 1) {
      const answers = await Promise.all([
        one.api.put(`/admin/users/${other.id}/role`, { role: 'viewer' }),
        other.api.put(`/admin/users/${one.id}/role`, { role: 'viewer' }),
      ]);
      const statuses = answers.map(({ status }) => status).sort();
      // Who asks after the other one was faster is no administrator any more, or finds the last one.
      expect([
        [200, 403],
        [200, 409],
      ]).toContainEqual(statuses);
      expect(await activeAdmins()).toBe(1);
      await restore();
    }
  });

  it('is left by two who remove each other at the same time in different ways', async () => {
    const ways: readonly ((id: string) => Promise<unknown>)[] = [
      (id) => users.changeRole(id, 'viewer'),
      (id) => users.setActive(id, false),
      (id) => users.delete(id),
    ];
    for (const [first, second] of ways.flatMap((way) => ways.map((next) => [way, next] as const))) {
      const outcomes = await Promise.allSettled([first(one.id), second(other.id)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await activeAdmins()).toBe(1);
      await restore();
      const [left] = await hub.query('SELECT id FROM users');
      const remaining = left?.['id'];
      if ((await hub.query('SELECT FROM users')).length === 1) {
        const newcomer = await signIn(hub, 'admin');
        if (remaining === one.id) other = newcomer;
        else one = newcomer;
      }
    }
  });
});
