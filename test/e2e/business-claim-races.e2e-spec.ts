import { UnitOfWork } from '../../src/infra/database';
import { UsersService } from '../../src/modules/users';
import { startHub, type TestHub } from '../support/app';
import { anUnownedBusiness, claim, claimed, countRows, decide, ownerOfBusiness } from '../support/claims';
import { type Person, signIn } from '../support/people';
import { until } from '../support/until';

const ROUNDS = 5;
const WAITING = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
const CONFIRM = { decision: 'confirmed', reason: 'The address belongs to the firm.' };

describe('decisions on claims at the same time', () => {
  let hub: TestHub;
  let admin: Person;
  let other: Person;

  beforeAll(async () => {
    hub = await startHub({ THROTTLE_SCALE: '1000' });
    [admin, other] = await Promise.all([signIn(hub, 'admin'), signIn(hub, 'admin')]);
  });

  afterAll(() => hub.close());

  const statusOf = async (claimId: string): Promise<unknown> => {
    const rows = await hub.query('SELECT status FROM business_claims WHERE id = $1', [claimId]);
    return rows[0]?.['status'];
  };

  it('give a profile to one of two who are confirmed at the same time, many times', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [one, two, businessId] = [await signIn(hub), await signIn(hub), await anUnownedBusiness(hub)];
      const claims = [await claimed(one, businessId), await claimed(two, businessId)];
      const answers = await Promise.all([
        decide(admin, claims[0] ?? '', CONFIRM),
        decide(other, claims[1] ?? '', CONFIRM),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)?.body.code).toBe('claim-decided');
      const winner = answers[0]?.status === 200 ? one : two;
      expect(await ownerOfBusiness(hub, businessId)).toBe(winner.id);
      const rows = await Promise.all(claims.map(statusOf));
      expect(rows.sort()).toEqual(['confirmed', 'refused']);
    }
  });

  it('give one profile to a person who is given two at the same time, many times', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [person, first, second] = [await signIn(hub), await anUnownedBusiness(hub), await anUnownedBusiness(hub)];
      const claims = [await claimed(person, first), await claimed(person, second)];
      const answers = await Promise.all([
        decide(admin, claims[0] ?? '', CONFIRM),
        decide(other, claims[1] ?? '', CONFIRM),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)?.body.code).toBe('business-exists');
      const owners = [await ownerOfBusiness(hub, first), await ownerOfBusiness(hub, second)];
      expect(owners.filter((id) => id === person.id)).toHaveLength(1);
    }
  });

  it('and another claim of the profile at the same time get along', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [one, two, businessId] = [await signIn(hub), await signIn(hub), await anUnownedBusiness(hub)];
      const claimId = await claimed(one, businessId);
      const [decision, late] = await Promise.all([decide(admin, claimId, CONFIRM), claim(two, businessId)]);
      expect(decision.status).toBe(200);
      const [row] = await hub.query('SELECT status FROM business_claims WHERE claimant_id = $1', [two.id]);
      expect([late.status, row?.['status']]).toEqual(late.status === 201 ? [201, 'refused'] : [409, undefined]);
    }
  });

  it('and the end of the account at the same time leave nothing behind', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [one, two, businessId] = [await signIn(hub), await signIn(hub), await anUnownedBusiness(hub)];
      const claimId = await claimed(one, businessId);
      await claimed(two, businessId);
      const [decision, ...deletions] = await Promise.all([
        decide(admin, claimId, CONFIRM),
        admin.api.delete(`/users/${one.id}`),
        admin.api.delete(`/users/${two.id}`),
      ]);
      expect([200, 404]).toContain(decision?.status);
      expect(deletions.map(({ status }) => status)).toEqual([204, 204]);
      for (const person of [one, two]) {
        expect([
          await countRows(hub, 'business_claims', 'claimant_id', person.id),
          await countRows(hub, 'outgoing_mails', 'user_id', person.id),
        ]).toEqual([0, 0]);
      }
      // A profile goes with the account that owns it.
      expect(await ownerOfBusiness(hub, businessId)).toBe(decision?.status === 200 ? undefined : null);
    }
  });

  it('write to nobody who is just being deleted', async () => {
    const [one, two, businessId] = [await signIn(hub), await signIn(hub), await anUnownedBusiness(hub)];
    const claimId = await claimed(one, businessId);
    await claimed(two, businessId);
    const decision = await hub.get(UnitOfWork).run(async () => {
      await hub.get(UsersService).delete(two.id);
      const asked = decide(admin, claimId, CONFIRM);
      await until('the decision waits', async () => (await hub.query(WAITING)).length > 0);
      return { asked };
    });
    expect((await decision.asked).status).toBe(200);
    expect(await countRows(hub, 'outgoing_mails', 'user_id', two.id)).toBe(0);
    expect(await countRows(hub, 'outgoing_mails', 'user_id', one.id)).toBe(1);
  });
});
