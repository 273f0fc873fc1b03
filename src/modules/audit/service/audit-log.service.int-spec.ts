import { v7 as uuid } from 'uuid';
import { AuditContext } from '../../../../test/support/audit-context';
import { asWrittenBeforeMacs } from '../../../../test/support/earlier-audit-chain';
import { capturedLog } from '../../../../test/support/captured-log';
import { migrate } from '../../../commands/migrate';

const ORIGIN = { address: '203.0.113.77', userAgent: 'Curious Browser 1.0' };
const PERSONAL = /203\.0\.113\.77|Curious Browser|Snowwhite|ada@/;

let hub: AuditContext;

beforeEach(async () => {
  hub = await AuditContext.open();
});

afterEach(() => hub.close());

const sequences = async (): Promise<readonly number[]> => {
  const rows = await hub.query('SELECT sequence::int AS sequence FROM audit_events ORDER BY sequence');
  return rows.map(({ sequence }) => Number(sequence));
};

/** Everything that stands in the tables, bytes read as text. */
const rawText = async (): Promise<string> => {
  const rows = await hub.asOwner(
    `SELECT concat_ws(' ', row_to_json(e)::text, encode(coalesce(e.origin, ''), 'escape'), encode(coalesce(e.changes, ''), 'escape'))
       AS text FROM audit_events e`,
  );
  return rows.map(({ text }) => String(text)).join('\n');
};

const changeName = (userId: string, name: string): Promise<void> =>
  hub.request(userId, ORIGIN, () =>
    hub.log.record({
      action: 'account.updated',
      subject: { type: 'user', id: userId },
      before: { lastName: 'Snow' },
      after: { lastName: name },
      details: { fields: 1 },
    }),
  );

const newest = async (): Promise<Record<string, unknown>> => {
  const { events } = await hub.trail.search({}, { limit: 1, offset: 0 });
  return { ...events[0] };
};

describe('an event', () => {
  it('tells who did what, when and from where, and is a line of the log without anything personal', async () => {
    const userId = uuid();
    await changeName(userId.toUpperCase(), 'Snowwhite');
    expect(await newest()).toMatchObject({
      sequence: 1,
      occurredAt: new Date('2026-04-10T12:00:00Z'),
      action: 'account.updated',
      outcome: 'success',
      actorId: userId,
      subjectType: 'user',
      subjectId: userId,
      requestId: 'a-request',
      details: { fields: 1 },
      origin: ORIGIN,
      changes: { before: { lastName: 'Snow' }, after: { lastName: 'Snowwhite' } },
      isErased: false,
    });
    const [row] = await hub.query(`SELECT encode(hash, 'hex') AS hash FROM audit_events`);
    const line = capturedLog.of('audit').find(({ hash }) => hash === row?.['hash']);
    expect(line).toMatchObject({
      message: 'account.updated: success',
      actorId: userId,
      subjectType: 'user',
      subjectId: userId,
      sequence: 1,
    });
    expect(JSON.stringify(line)).not.toMatch(PERSONAL);
    expect(await rawText()).not.toMatch(PERSONAL);
  });

  it('of nobody known keeps from where', async () => {
    await hub.request(undefined, ORIGIN, () => hub.log.record({ action: 'sign-in.failed', outcome: 'failure' }));
    expect(await newest()).toMatchObject({ actorId: null, outcome: 'failure', origin: ORIGIN, isErased: false });
  });

  it('outside of a request has no origin', async () => {
    await hub.log.record({
      action: 'rematch.started',
      details: { businesses: 3, note: `a\u0000b\ud800${'x'.repeat(600)}` },
    });
    const event = await newest();
    expect(event).toMatchObject({ origin: null, requestId: null, changes: null });
    expect(event['details']).toEqual({ businesses: 3, note: `ab\ufffd${'x'.repeat(496)}` });
    expect(await hub.fault()).toBeUndefined();
  });

  it('is written with the transaction that it tells of, and never without', async () => {
    const before = capturedLog.of('audit').length;
    const failing = hub.unitOfWork.run(async () => {
      await hub.log.record({ action: 'agency.created' });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await sequences()).toEqual([]);
    expect(capturedLog.of('audit')).toHaveLength(before);
    await hub.unitOfWork.run(async () => {
      await hub.log.record({ action: 'agency.created' });
      await hub.log.record({ action: 'agency.updated' });
      expect(await hub.asOwner('SELECT 1 FROM audit_events')).toEqual([]);
    });
    expect(await sequences()).toEqual([1, 2]);
    expect(capturedLog.of('audit')).toHaveLength(before + 2);
    expect(await hub.fault()).toBeUndefined();
  });

  it('gets the next number, however many are written at once', async () => {
    const people = [uuid(), uuid(), uuid()];
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        hub.unitOfWork.run(async () => {
          await changeName(people[index % 3] ?? '', `Snow ${index}`);
          await hub.query('SELECT pg_sleep(random() / 50)');
          if (index % 5 === 0) throw new Error('rolled back');
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(16);
    expect(await sequences()).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    expect(await hub.query('SELECT 1 FROM audit_person_keys')).toHaveLength(3);
    expect(await hub.fault()).toBeUndefined();
  });
});

describe('the chain', () => {
  const names = ['One', 'Two', 'Three', 'Four', 'Five'];

  beforeEach(async () => {
    for (const name of names) await changeName(uuid(), name);
    expect(await hub.fault()).toBeUndefined();
  });

  it.each([
    ['an action', `UPDATE audit_events SET action = 'account.deleted' WHERE sequence = 3`],
    ['an outcome', `UPDATE audit_events SET outcome = 'denied' WHERE sequence = 3`],
    ['a time', `UPDATE audit_events SET occurred_at = occurred_at + interval '1 ms' WHERE sequence = 3`],
    ['an actor', `UPDATE audit_events SET actor_id = gen_random_uuid() WHERE sequence = 3`],
    ['a missing actor', `UPDATE audit_events SET actor_id = NULL WHERE sequence = 3`],
    ['a subject', `UPDATE audit_events SET subject_id = 'x' WHERE sequence = 3`],
    ['a kind of subject', `UPDATE audit_events SET subject_type = 'agency' WHERE sequence = 3`],
    ['a request', `UPDATE audit_events SET request_id = 'x' WHERE sequence = 3`],
    ['an id', `UPDATE audit_events SET id = gen_random_uuid() WHERE sequence = 3`],
    ['a detail', `UPDATE audit_events SET details = '{"fields": 2}' WHERE sequence = 3`],
    ['whose key seals', `UPDATE audit_events SET origin_person_id = NULL WHERE sequence = 3`],
    ['whose changes', `UPDATE audit_events SET changes_person_id = gen_random_uuid() WHERE sequence = 3`],
    [
      'sealed bytes',
      `UPDATE audit_events SET changes = set_byte(changes, 20, 255 - get_byte(changes, 20)) WHERE sequence = 3`,
    ],
    [
      'a sealed origin',
      `UPDATE audit_events SET origin = set_byte(origin, 20, 255 - get_byte(origin, 20)) WHERE sequence = 3`,
    ],
    ['a hash', `UPDATE audit_events SET hash = set_byte(hash, 0, 255 - get_byte(hash, 0)) WHERE sequence = 3`],
    ['a predecessor', `UPDATE audit_events SET previous_hash = sha256('') WHERE sequence = 3`],
  ])('tells of %s that was changed', async (_, sql) => {
    await hub.asOwner(sql);
    expect(await hub.fault()).toEqual({ kind: 'changed', sequence: 3 });
    const { events } = await hub.trail.search({}, { limit: 10, offset: 0 });
    expect(events).toHaveLength(5);
  });

  it.each([
    ['the first event', [`DELETE FROM audit_events WHERE sequence = 1`], 'missing', 1],
    ['one in the middle', [`DELETE FROM audit_events WHERE sequence = 3`], 'missing', 3],
    ['the last one', [`DELETE FROM audit_events WHERE sequence = 5`], 'missing', 5],
    ['all events', [`DELETE FROM audit_events`], 'missing', 1],
    ['the head', [`DELETE FROM audit_chain`], 'wrong-head', 1],
  ] as const)('tells when %s is gone', async (_, statements, kind, sequence) => {
    for (const sql of statements) await hub.asOwner(sql);
    expect(await hub.fault()).toEqual({ kind, sequence });
  });

  it('tells when two events have changed places', async () => {
    await hub.asOwner('UPDATE audit_events SET sequence = 100 WHERE sequence = 2');
    await hub.asOwner('UPDATE audit_events SET sequence = 2 WHERE sequence = 3');
    await hub.asOwner('UPDATE audit_events SET sequence = 3 WHERE sequence = 100');
    expect(await hub.fault()).toEqual({ kind: 'changed', sequence: 2 });
  });

  it('tells of an event that the hub did not write, behind the last one or in place of it', async () => {
    const copy = `INSERT INTO audit_events SELECT (jsonb_populate_record(e, '{"sequence": 6}')).* FROM audit_events e
                   WHERE sequence = 5`;
    await hub.query(copy);
    expect(await hub.fault()).toEqual({ kind: 'wrong-head', sequence: 6 });
    await hub.query('UPDATE audit_chain SET sequence = 6');
    expect(await hub.fault()).toEqual({ kind: 'changed', sequence: 6 });
  });

  it('tells when the head is of an earlier event', async () => {
    await hub.query(`UPDATE audit_chain SET sequence = 4, hash = (SELECT hash FROM audit_events WHERE sequence = 4)`);
    expect(await hub.fault()).toEqual({ kind: 'wrong-head', sequence: 5 });
    await hub.query(`UPDATE audit_chain SET sequence = 5`);
    expect(await hub.fault()).toEqual({ kind: 'wrong-head', sequence: 5 });
  });

  it.each([
    ['the head as the only change', ''],
    ['a head without its MAC', ', key_id = NULL, mac = NULL'],
  ])('tells that its end was cut off, with %s, and goes on telling when more is written', async (_, others) => {
    await hub.asOwner('DELETE FROM audit_events WHERE sequence = 5');
    const moved = `sequence = 4, hash = (SELECT hash FROM audit_events WHERE sequence = 4)`;
    await hub.asOwner(`UPDATE audit_chain SET ${moved}${others}`);
    expect(await hub.fault()).toEqual({ kind: 'wrong-head', sequence: 5 });
    await changeName(uuid(), 'Another');
    await changeName(uuid(), 'And another');
    expect(await hub.fault()).toEqual({ kind: 'wrong-head', sequence: 7 });
  });

  it('written before the head had a MAC holds, and gets one with the next event', async () => {
    await asWrittenBeforeMacs(hub);
    expect(await hub.fault()).toBeUndefined();
    await changeName(uuid(), 'Six');
    expect(await hub.fault()).toBeUndefined();
    await hub.asOwner('UPDATE audit_chain SET key_id = NULL, mac = NULL');
    expect(await hub.fault()).toEqual({ kind: 'wrong-head', sequence: 7 });
  });

  it('that was cut off with an older head, or written anew, is not the one that was noted elsewhere', async () => {
    await hub.asOwner('CREATE TABLE kept AS SELECT * FROM audit_chain');
    await changeName(uuid(), 'Six');
    const [noted] = await hub.query(`SELECT encode(hash, 'hex') AS hash FROM audit_events WHERE sequence = 6`);
    const hash = Buffer.from(String(noted?.['hash']), 'hex');
    const expected = { sequence: 6, hash };
    expect(await hub.fault(expected)).toBeUndefined();
    await hub.asOwner('DELETE FROM audit_events WHERE sequence = 6');
    await hub.asOwner(
      'UPDATE audit_chain SET (sequence, hash, key_id, mac) = (SELECT sequence, hash, key_id, mac FROM kept)',
    );
    expect(await hub.fault()).toBeUndefined();
    expect(await hub.fault(expected)).toEqual({ kind: 'not-as-expected', sequence: 6 });
    await changeName(uuid(), 'Another');
    expect(await hub.fault()).toBeUndefined();
    expect(await hub.fault(expected)).toEqual({ kind: 'not-as-expected', sequence: 6 });
  });

  it('is longer than one step of the verification', async () => {
    await hub.unitOfWork.run(async () => {
      for (let index = 0; index < 1_995; index += 1) await hub.log.record({ action: 'agency.updated' });
    });
    expect(await hub.fault()).toBeUndefined();
    await hub.log.record({ action: 'agency.updated' });
    expect(await hub.fault()).toBeUndefined();
    await hub.asOwner('DELETE FROM audit_events WHERE sequence = 1001');
    expect(await hub.fault()).toEqual({ kind: 'missing', sequence: 1001 });
  });

  it('goes on under a new key, and cannot be checked without the old one', async () => {
    const [older, newer] = ['an-older-secret-0123456789-0123456789', 'a-newer-secret-0123456789-0123456789'];
    hub = await hub.restarted({ ENCRYPTION_KEYS: `${older},development-only-encryption-key-0123456789` });
    await changeName(uuid(), 'Six');
    hub = await hub.restarted({ ENCRYPTION_KEYS: `${newer},${older},development-only-encryption-key-0123456789` });
    await changeName(uuid(), 'Seven');
    expect(await hub.fault()).toBeUndefined();
    hub = await hub.restarted({ ENCRYPTION_KEYS: `${newer},development-only-encryption-key-0123456789` });
    expect(await hub.fault()).toEqual({ kind: 'unknown-key', sequence: 6 });
  });
});

describe("the application's role", () => {
  const forbidden = [
    `UPDATE audit_events SET outcome = 'denied'`,
    'DELETE FROM audit_events',
    'TRUNCATE audit_events',
    'DELETE FROM audit_chain',
    'TRUNCATE audit_chain',
    `INSERT INTO audit_chain (id, sequence, hash) VALUES (2, 0, '')`,
    'DELETE FROM audit_person_keys',
    'TRUNCATE audit_person_keys',
    'ALTER TABLE audit_events DISABLE TRIGGER ALL',
    'DROP TABLE audit_events',
  ];

  it('can only append, also after another migrate', async () => {
    await changeName(uuid(), 'Snowwhite');
    const refuseAll = async (): Promise<void> => {
      for (const sql of forbidden) await expect(hub.query(sql)).rejects.toThrow(/permission denied|must be owner/);
    };
    await refuseAll();
    await migrate(hub.database.ownerUrl, hub.database.url, new Date('2026-01-01T00:00:00Z'));
    await refuseAll();
    expect(await hub.fault()).toBeUndefined();
  });
});

describe('a person who is erased', () => {
  const erase = (userId: string): Promise<void> =>
    hub.unitOfWork.run(async () => {
      await hub.log.record({
        action: 'account.deleted',
        subject: { type: 'user', id: userId },
        before: { email: 'ada@x.test' },
      });
      await hub.log.forget(userId);
    });

  it('leaves events of which nothing personal can be read, and a chain that holds', async () => {
    const [erased, other] = [uuid(), uuid()];
    await changeName(erased, 'Snowwhite');
    await changeName(other, 'Stays');
    await hub.request(erased, ORIGIN, () => erase(erased));
    const [deleted, stays, changed] = (await hub.trail.search({}, { limit: 10, offset: 0 })).events;
    for (const event of [deleted, changed])
      expect(event).toMatchObject({ origin: null, changes: null, isErased: true });
    expect(stays).toMatchObject({ origin: ORIGIN, isErased: false, changes: { after: { lastName: 'Stays' } } });
    expect(await rawText()).not.toMatch(PERSONAL);
    expect(await hub.query('SELECT key FROM audit_person_keys WHERE person_id = $1', [erased])).toEqual([
      { key: null },
    ]);
    expect(await hub.fault()).toBeUndefined();
  });

  it('gets no new key by what is recorded later', async () => {
    const userId = uuid();
    await erase(userId);
    await changeName(userId, 'Snowwhite');
    expect(await newest()).toMatchObject({ actorId: userId, origin: null, changes: null, isErased: true });
    expect(await hub.query('SELECT key FROM audit_person_keys')).toEqual([{ key: null }]);
    expect(await rawText()).not.toMatch(PERSONAL);
    expect(await hub.fault()).toBeUndefined();
  });

  it('is erased at once with what others record about them', async () => {
    const userId = uuid();
    await Promise.all([
      ...Array.from({ length: 10 }, (_, index) => changeName(userId, `Snowwhite ${index}`)),
      erase(userId),
      hub.log.forget(userId),
    ]);
    const { events } = await hub.trail.search({}, { limit: 20, offset: 0 });
    expect(events).toHaveLength(11);
    expect(events.every(({ isErased, origin, changes }) => isErased && !origin && !changes)).toBe(true);
    expect(await hub.fault()).toBeUndefined();
  });

  it('who was only acted on keeps the actor’s own part readable', async () => {
    const [actor, erased] = [uuid(), uuid()];
    await hub.request(actor, ORIGIN, () =>
      hub.log.record({
        action: 'account.role-changed',
        subject: { type: 'user', id: erased },
        after: { role: 'admin' },
      }),
    );
    await hub.log.forget(erased);
    expect(await newest()).toMatchObject({ origin: ORIGIN, changes: null, isErased: true });
  });

  it('is not erased when that is rolled back', async () => {
    const userId = uuid();
    await changeName(userId, 'Snowwhite');
    const failing = hub.unitOfWork.run(async () => {
      await hub.log.forget(userId);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await newest()).toMatchObject({ origin: ORIGIN, isErased: false });
  });
});
