import { v7 as uuid } from 'uuid';
import { AuditContext } from '../../../../test/support/audit-context';

const ORIGIN = { address: '203.0.113.77', userAgent: 'Curious Browser 1.0' };

let hub: AuditContext;

beforeEach(async () => {
  hub = await AuditContext.open();
});

afterEach(() => hub.close());

const changeOwnName = (userId: string): Promise<void> =>
  hub.request(userId, ORIGIN, () =>
    hub.log.record({ action: 'account.updated', subject: { type: 'user', id: userId }, after: { lastName: 'Snow' } }),
  );

describe('what is no fact about a person', () => {
  it('stays readable when whoever did it is erased, and is covered by the chain', async () => {
    const [actor, agency] = [uuid(), { type: 'agency', id: uuid() } as const];
    const change = { before: { department: 'ONE' }, after: { department: 'ANOTHER' } };
    await hub.request(actor, ORIGIN, () =>
      hub.log.record({ action: 'agency.updated', subject: agency, ...change, details: {} }),
    );
    await hub.log.forget(actor);
    const [event] = (await hub.trail.search({}, { limit: 1, offset: 0 })).events;
    expect(event).toMatchObject({ origin: null, changes: change, isErased: true });
    expect(await hub.fault()).toBeUndefined();
    await hub.asOwner(`UPDATE audit_events SET changes = convert_to('{"before": null, "after": null}', 'UTF8')`);
    expect(await hub.fault()).toEqual({ kind: 'changed', sequence: 1 });
  });
});

describe('the key of a person', () => {
  it.each([
    ['other bytes', `UPDATE audit_person_keys SET key = sha256('x')`],
    ['another person', `UPDATE audit_person_keys SET person_id = gen_random_uuid(), key = NULL`],
    [
      'other bytes by inserting',
      `INSERT INTO audit_person_keys SELECT person_id, sha256('x') FROM audit_person_keys
         ON CONFLICT (person_id) DO UPDATE SET key = EXCLUDED.key`,
    ],
  ])("is never set to %s by the application's role", async (_, sql) => {
    await changeOwnName(uuid());
    await expect(hub.query(sql)).rejects.toThrow('a key of a person can only be destroyed');
    const [event] = (await hub.trail.search({}, { limit: 1, offset: 0 })).events;
    expect(event).toMatchObject({ origin: ORIGIN, changes: { after: { lastName: 'Snow' } } });
  });

  it('does not come back once it is destroyed', async () => {
    const person = uuid();
    await changeOwnName(person);
    await hub.log.forget(person);
    await hub.log.forget(person);
    await expect(hub.query(`UPDATE audit_person_keys SET key = sha256('x')`)).rejects.toThrow('only be destroyed');
  });

  it('is missed when it is gone and no event tells that the account was deleted', async () => {
    const [emptied, removed, deleted, present] = [uuid(), uuid(), uuid(), uuid()];
    for (const person of [emptied, removed, deleted, present]) await changeOwnName(person);
    await hub.log.record({ action: 'account.deleted', subject: { type: 'user', id: deleted } });
    await hub.log.forget(deleted);
    expect(await hub.verification.findPeopleWithLostKeys()).toEqual([]);
    await hub.query('UPDATE audit_person_keys SET key = NULL WHERE person_id = $1', [emptied]);
    await hub.asOwner('DELETE FROM audit_person_keys WHERE person_id = $1', [removed]);
    expect(await hub.verification.findPeopleWithLostKeys()).toEqual([emptied, removed].sort());
    expect(await hub.fault()).toBeUndefined();
  });
});
