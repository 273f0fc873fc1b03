import { randomUUID } from 'node:crypto';
import { startHub, type TestHub } from '../../../../test/support/app';
import { createBusiness } from '../../../../test/support/businesses';
import { capturedLog } from '../../../../test/support/captured-log';
import type { CaughtMail } from '../../../../test/support/mailbox';
import { type Person, signIn } from '../../../../test/support/people';
import { Clock } from '../../../common/time/clock';
import { OutgoingMails } from '../../mail';
import { BusinessesService, NOTHING_STATED } from '..';
import { daysAfter } from '../domain/expiry-reminder';
import { BusinessPartsRepository } from '../persistence/business-parts.repository';
import { ExpiryReminders } from './expiry-reminders.service';

const TODAY = '2026-04-10';

interface Owner extends Person {
  readonly businessId: string;
}

describe('reminders of what ends soon', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub({ THROTTLE_SCALE: '1000' });
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await hub.query('DELETE FROM businesses');
    await hub.query('DELETE FROM outgoing_mails');
  });

  afterAll(() => hub.close());

  const itIs = (instant: string): unknown =>
    jest.spyOn(hub.app.get(Clock, { strict: false }), 'now').mockImplementation(() => new Date(instant));
  const anOwner = async (): Promise<Owner> => {
    const person = await signIn(hub);
    return { ...person, businessId: await createBusiness(person.api) };
  };
  const certify = async (
    { businessId }: Pick<Owner, 'businessId'>,
    expiresOn: string | null,
    given: { program?: string; status?: 'active' | 'expired' } = {},
  ): Promise<string> => {
    const certification = { program: 'hubzone', status: 'active', ...given, expiresOn } as const;
    const unstated = { certifier: null, number: null, validFrom: null, evidence: null };
    const [added] = await hub
      .get(BusinessPartsRepository)
      .insert('certifications', businessId, [{ ...unstated, ...certification }]);
    return added?.id ?? '';
  };
  const license = (
    { businessId }: Owner,
    expiresOn: string,
    status: 'active' | 'expired' = 'active',
  ): Promise<unknown> =>
    hub
      .get(BusinessPartsRepository)
      .insert('licences', businessId, [{ state: 'UT', classification: 'B100', number: null, status, expiresOn }]);
  const register = ({ businessId }: Owner, expiresOn: string, status = 'active'): Promise<unknown> =>
    hub.query('UPDATE businesses SET sam_registration = $2 WHERE id = $1', [
      businessId,
      { status, expiresOn, statedOn: TODAY },
    ]);
  const renew = (certificationId: string, expiresOn: string): Promise<unknown> =>
    hub.query('UPDATE business_certifications SET expires_on = $2 WHERE id = $1', [certificationId, expiresOn]);
  const sweep = (step?: number): Promise<void> => hub.get(ExpiryReminders).sweep(step);
  /** Days ahead that an owner was reminded at, in the order of kinds. */
  const remindedOf = async ({ businessId }: Pick<Owner, 'businessId'>): Promise<unknown[]> => {
    const rows = await hub.query(
      'SELECT days, mail_id FROM business_expiry_reminders WHERE business_id = $1 ORDER BY kind, expires_on, days DESC',
      [businessId],
    );
    for (const row of rows) expect(row['mail_id']).not.toBeNull();
    return rows.map(({ days }) => days);
  };
  const queuedFor = async ({ id }: Pick<Person, 'id'>): Promise<Record<string, unknown>[]> =>
    hub.query(
      `SELECT kind, recipient, outcome FROM outgoing_mails WHERE user_id = $1 AND kind = 'business-expiry-reminder'`,
      [id],
    );
  const delivered = async ({ email }: Person): Promise<CaughtMail> => {
    await hub.deliverMail();
    return hub.mailbox.mailTo(email, 'What your profile lists ends soon');
  };

  it.each([
    [-1, []],
    [0, [7]],
    [7, [7]],
    [8, [30]],
    [30, [30]],
    [31, [90]],
    [90, [90]],
    [91, []],
  ])('are due by the day: %i days ahead', async (ahead, expected) => {
    const owner = await anOwner();
    const lastDay = daysAfter(TODAY, ahead);
    await certify(owner, lastDay);
    await license(owner, lastDay);
    await register(owner, lastDay);
    await sweep();
    expect(await remindedOf(owner)).toEqual(expected.flatMap((days) => [days, days, days]));
    expect(await queuedFor(owner)).toHaveLength(expected.length);
  });

  it('say in one mail what ends when, and what follows', async () => {
    const owner = await anOwner();
    await hub.query('UPDATE businesses SET company_name = $2 WHERE id = $1', [owner.businessId, 'Roofs <&> Sons']);
    await certify(owner, '2026-05-10');
    await certify(owner, '2026-07-01', { program: 'wosb' });
    await license(owner, '2026-04-12');
    await register(owner, '2026-06-30');
    await sweep();
    expect(await queuedFor(owner)).toEqual([
      { kind: 'business-expiry-reminder', recipient: owner.email, outcome: null },
    ]);
    const { text, html } = await delivered(owner);
    expect(text.split('\n\n').slice(0, -1)).toEqual([
      'This of the profile of Roofs <&> Sons at the Utah Government Contracting Hub ends soon:',
      'Licence UT B100: last day April 12, 2026',
      'Certification Historically Underutilized Business Zone (HUBZone): last day May 10, 2026',
      'Registration in SAM.gov: last day June 30, 2026',
      'Certification Women-Owned Small Business (WOSB): last day July 1, 2026',
      'Once a licence has ended, work that needs it is not open to your firm.',
      'Once a certification has ended, set-aside contracts due after that day will be listed as not eligible.',
      'Once the registration has ended, federal agencies can take no offer from your firm.',
      'If you have renewed it, change the day in your profile.',
    ]);
    expect(html).toContain('Roofs &lt;&amp;&gt; Sons');
    expect(html).toContain('last day May 10, 2026</p>');
  });

  it('are not of what is not active, or has no last day', async () => {
    const owner = await anOwner();
    await certify(owner, '2026-05-01', { status: 'expired' });
    await certify(owner, null, { program: 'dbe' });
    await license(owner, '2026-05-01', 'expired');
    await register(owner, '2026-05-01', 'expired');
    await sweep();
    expect([await remindedOf(owner), await queuedFor(owner)]).toEqual([[], []]);
  });

  it('come once, however often and by however many sweeps at the same time', async () => {
    const owners = [await anOwner(), await anOwner(), await anOwner()];
    for (const owner of owners) {
      await certify(owner, '2026-05-01');
      await license(owner, '2026-05-01');
    }
    await Promise.all([sweep(), sweep(), sweep(), sweep(2)]);
    await sweep();
    for (const owner of owners) {
      expect(await remindedOf(owner)).toEqual([30, 30]);
      expect(await queuedFor(owner)).toHaveLength(1);
    }
  });

  it('come three times as the day draws near', async () => {
    const owner = await anOwner();
    await certify(owner, '2026-07-09');
    for (const [instant, mails] of [
      ['2026-04-09T18:00:00Z', 0],
      ['2026-04-10T18:00:00Z', 1],
      ['2026-06-08T18:00:00Z', 1],
      ['2026-06-09T18:00:00Z', 2],
      ['2026-07-02T18:00:00Z', 3],
      ['2026-07-09T18:00:00Z', 3],
      ['2026-07-10T18:00:00Z', 3],
    ] as const) {
      itIs(instant);
      await sweep();
      expect([instant, (await queuedFor(owner)).length]).toEqual([instant, mails]);
    }
    expect(await remindedOf(owner)).toEqual([90, 30, 7]);
  });

  it('go by the calendar of Utah', async () => {
    const owner = await anOwner();
    await certify(owner, '2026-04-09');
    itIs('2026-04-10T06:30:00Z');
    await sweep();
    expect(await remindedOf(owner)).toEqual([]);
    itIs('2026-04-10T05:30:00Z');
    await sweep();
    expect(await remindedOf(owner)).toEqual([7]);
  });

  it('come again for a renewed day, when that draws near', async () => {
    const owner = await anOwner();
    const id = await certify(owner, '2026-04-15');
    await sweep();
    await renew(id, '2029-04-15');
    await sweep();
    expect(await queuedFor(owner)).toHaveLength(1);
    itIs('2029-04-01T18:00:00Z');
    await sweep();
    await sweep();
    expect(await remindedOf(owner)).toEqual([7, 30]);
    expect(await queuedFor(owner)).toHaveLength(2);
  });

  it('wait while an address may be a stranger’s or the account is not active, and are not lost', async () => {
    const [unverified, inactive] = [await anOwner(), await anOwner()];
    for (const owner of [unverified, inactive]) await certify(owner, '2026-05-01');
    await hub.query('UPDATE users SET is_verified = false WHERE id = $1', [unverified.id]);
    await hub.query('UPDATE users SET is_active = false WHERE id = $1', [inactive.id]);
    await sweep();
    for (const owner of [unverified, inactive]) {
      expect([await remindedOf(owner), await queuedFor(owner)]).toEqual([[], []]);
    }
    await hub.query('UPDATE users SET is_verified = true, is_active = true');
    await sweep();
    for (const owner of [unverified, inactive]) expect(await queuedFor(owner)).toHaveLength(1);
  });

  it('are for owned profiles alone', async () => {
    const { id: businessId } = await hub
      .get(BusinessesService)
      .create(null, { ...NOTHING_STATED, companyName: randomUUID() });
    await certify({ businessId }, '2026-05-01');
    await sweep();
    expect(await remindedOf({ businessId })).toEqual([]);
  });

  it('come in steps, one mail for each business also where a step ends in its midst', async () => {
    const owners = await Promise.all(Array.from({ length: 5 }, () => anOwner()));
    for (const owner of owners) {
      await certify(owner, '2026-05-01');
      await license(owner, '2026-05-02');
    }
    await sweep(3);
    for (const owner of owners) {
      expect(await remindedOf(owner)).toEqual([30, 30]);
      expect(await queuedFor(owner)).toHaveLength(1);
    }
  });

  it('tell what holds when they are sent: nothing of what was renewed meanwhile', async () => {
    const [owner, renewed] = [await anOwner(), await anOwner()];
    const ids = [await certify(owner, '2026-05-01'), await certify(renewed, '2026-05-01')];
    await license(owner, '2026-05-02');
    await sweep();
    for (const id of ids) await renew(id, '2029-05-01');
    const { text } = await delivered(owner);
    expect(text).toContain('Licence UT B100');
    expect(text).not.toMatch(/certification/i);
    expect(await queuedFor(renewed)).toMatchObject([{ outcome: 'dropped' }]);
  });

  it('go out with their mail or not at all', async () => {
    const owner = await anOwner();
    await certify(owner, '2026-05-01');
    jest.spyOn(hub.get(OutgoingMails), 'enqueue').mockRejectedValueOnce(new Error('no room'));
    await hub.get(ExpiryReminders).sweepRegularly();
    expect(await remindedOf(owner)).toEqual([]);
    expect(capturedLog.of('ExpiryReminders')).toMatchObject([{ level: 'warn', reason: 'no room' }]);
    await hub.get(ExpiryReminders).sweepRegularly();
    expect(await remindedOf(owner)).toEqual([30]);
  });

  it('go with the business, and their mails with the account, also while a sweep runs', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await anOwner(), await anOwner()];
      for (const owner of [one, other]) await certify(owner, '2026-05-01');
      const [, gone] = await Promise.all([sweep(), one.api.delete(`/businesses/${one.businessId}`), sweep()]);
      expect(gone.status).toBe(204);
      expect(await remindedOf(one)).toEqual([]);
      const admin = await signIn(hub, 'admin');
      await Promise.all([sweep(), admin.api.delete(`/users/${other.id}`)]);
      expect([await remindedOf(other), await queuedFor(other)]).toEqual([[], []]);
    }
  });
});
