import { setTimeout as pause } from 'node:timers/promises';
import { capturedLog } from '../../../../test/support/captured-log';
import { A_TEST, aMail, MailContext, type MailProcess } from '../../../../test/support/mail-context';
import { SmtpDouble } from '../../../../test/support/smtp-double';
import { until } from '../../../../test/support/until';

let hub: MailContext;
let process: MailProcess;

beforeEach(async () => {
  hub = await MailContext.open();
  process = await hub.start();
});

afterEach(() => hub.close());

const rowOf = async (id: string): Promise<Record<string, unknown> | undefined> => {
  const rows: Record<string, unknown>[] = await process.unitOfWork.manager.query(
    `SELECT outcome, attempts, last_error AS "lastError", closed_at IS NOT NULL AS "isClosed",
            extract(epoch FROM next_attempt_at - statement_timestamp())::float8 AS "pause"
       FROM outgoing_mails WHERE id = $1`,
    [id],
  );
  return rows[0];
};

describe('a mail', () => {
  it('is sent once, in both forms', async () => {
    const mail = aMail();
    const id = await process.mails.enqueue(mail);
    await process.sweep.sweep();
    await process.sweep.sweep();
    const [caught, ...others] = await hub.mailbox.mailsTo(mail.recipient);
    expect(others).toEqual([]);
    expect(caught).toMatchObject({ subject: 'A test', text: expect.stringContaining('Hello.') });
    expect(caught?.html).toContain('Hello.</p>');
    expect(caught?.messageId.split('@')[0]).toBe(id);
    expect(await rowOf(id)).toMatchObject({ outcome: 'delivered', attempts: 1, lastError: null, isClosed: true });
  });

  it('is sent with the transaction that put it in, and never without', async () => {
    const [kept, lost] = [aMail(), aMail()];
    const failing = process.unitOfWork.run(async () => {
      await process.mails.enqueue(lost);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await process.unitOfWork.run(async () => {
      await process.mails.enqueue(kept);
      // Nobody else sees it yet.
      const other = await hub.start();
      await other.sweep.sweep();
      expect(await hub.mailbox.received()).toEqual([]);
    });
    await process.sweep.sweep();
    await hub.mailbox.mailsTo(kept.recipient);
    expect(await hub.mailbox.received(lost.recipient)).toEqual([]);
  });

  it('is dropped when there is nothing to say any more', async () => {
    const mail = aMail();
    const id = await process.mails.enqueue(mail);
    hub.compose = async () => undefined;
    await process.sweep.sweep();
    expect(await rowOf(id)).toMatchObject({ outcome: 'dropped', isClosed: true });
    expect(await hub.mailbox.received(mail.recipient)).toEqual([]);
  });

  it.each([
    ['its template fails', 'test', () => Promise.reject(new Error('cannot'))],
    ['its link leads elsewhere', 'test', async () => ({ ...A_TEST, action: { label: 'x', url: 'https://evil.test' } })],
    ['its kind is unknown', 'other', async () => A_TEST],
  ])('waits when %s, and holds up no other', async (_, kind, compose) => {
    const [id, other] = [await process.mails.enqueue(aMail({ kind })), aMail()];
    await process.mails.enqueue(other);
    hub.compose = (mail) => (mail.id === id ? compose() : Promise.resolve(A_TEST));
    await process.sweep.sweep();
    expect(await rowOf(id)).toMatchObject({ outcome: null, attempts: 1, lastError: 'not composed: Error' });
    await hub.mailbox.mailsTo(other.recipient);
    hub.compose = async () => A_TEST;
    await hub.skipPauses(process);
    await process.sweep.sweep();
    expect(await rowOf(id)).toMatchObject({ outcome: kind === 'test' ? 'delivered' : null, attempts: 2 });
  });

  it('goes with the account, by id or by address', async () => {
    const [userId, other] = ['0197f000-0000-7000-8000-000000000001', '0197f000-0000-7000-8000-000000000002'];
    const ids = [
      await process.mails.enqueue(aMail({ userId })),
      await process.mails.enqueue(aMail({ recipient: 'ada@example.test' })),
      await process.mails.enqueue(aMail({ userId: other })),
    ];
    await process.sweep.sweep();
    await process.mails.erase(userId, ['ada@example.test']);
    const rows = await Promise.all(ids.map(rowOf));
    expect(rows.map((row) => row?.['outcome'])).toEqual([undefined, undefined, 'delivered']);
  });

  it('is forgotten a month after its end, and never while it waits', async () => {
    const [old, recent] = [await process.mails.enqueue(aMail()), await process.mails.enqueue(aMail())];
    await process.sweep.sweep();
    const waiting = await process.mails.enqueue(aMail({ kind: 'other' }));
    await process.unitOfWork.manager.query(
      `UPDATE outgoing_mails SET created_at = created_at - interval '1 year',
              closed_at = closed_at - CASE WHEN id = $1 THEN interval '31 days' ELSE interval '29 days' END`,
      [old],
    );
    await process.sweep.sweep();
    expect(await rowOf(old)).toBeUndefined();
    expect(await rowOf(recent)).toBeDefined();
    expect(await rowOf(waiting)).toBeDefined();
  });
});

describe('while the mail server', () => {
  let server: SmtpDouble;

  beforeEach(async () => {
    server = await SmtpDouble.open();
    process = await hub.start({ smtpUrl: server.url });
  });
  afterEach(() => server.close());

  const subjectsTaken = (): number => server.taken.filter((mail) => mail.includes('Subject: A test')).length;

  it('is away, mails wait, and each is sent once when it is back', async () => {
    const away = await hub.start({ smtpUrl: 'smtp://127.0.0.1:1' });
    const ids = await Promise.all(Array.from({ length: 12 }, () => process.mails.enqueue(aMail())));
    await away.sweep.sweep();
    const tried = (await Promise.all(ids.map(rowOf))).filter((row) => row?.['attempts'] === 1);
    // A few notice the outage for all.
    expect(tried).toHaveLength(5);
    for (const row of tried) expect(row).toMatchObject({ outcome: null, lastError: 'ECONNREFUSED' });
    await hub.skipPauses(process);
    await process.sweep.sweep();
    await process.sweep.sweep();
    expect(server.taken).toHaveLength(12);
    expect(new Set(server.recipients).size).toBe(12);
  });

  it('puts a mail off, it waits ever longer, and others are sent', async () => {
    server.answer({ RCPT: '450 later' });
    const id = await process.mails.enqueue(aMail());
    await process.sweep.sweep();
    expect(await rowOf(id)).toMatchObject({ outcome: null, attempts: 1, lastError: 'SMTP 450 to RCPT TO' });
    await process.sweep.sweep();
    expect(server.recipients).toHaveLength(1);
    await process.unitOfWork.manager.query(
      `UPDATE outgoing_mails SET first_attempt_at = first_attempt_at - interval '2 hours'`,
    );
    await hub.skipPauses(process);
    await process.sweep.sweep();
    expect(Number((await rowOf(id))?.['pause'])).toBeGreaterThan(200);

    server.answer({});
    await process.mails.enqueue(aMail());
    await process.sweep.sweep();
    expect(subjectsTaken()).toBe(1);
    await hub.skipPauses(process);
    await process.sweep.sweep();
    expect(subjectsTaken()).toBe(2);
    expect(await rowOf(id)).toMatchObject({ outcome: 'delivered', attempts: 3, lastError: null });
  });

  it('refuses a mail, it is given up and reported without its address', async () => {
    server.answer({ RCPT: '550 no such user' });
    const mail = aMail();
    const id = await process.mails.enqueue(mail);
    await process.sweep.sweep();
    expect(await rowOf(id)).toMatchObject({ outcome: 'abandoned', isClosed: true, lastError: 'SMTP 550 to RCPT TO' });
    await hub.skipPauses(process);
    await process.sweep.sweep();
    expect(server.recipients).toHaveLength(1);
    const lines = capturedLog.of('MailDelivery').filter((line) => line['mailId'] === id);
    expect(lines).toMatchObject([{ level: 'warn', kind: 'test', attempts: 1, reason: 'SMTP 550 to RCPT TO' }]);
    expect(capturedLog.lines.join('')).not.toContain(mail.recipient);
  });

  it('stays away for three days, mails are given up', async () => {
    server.answer({ greeting: '421 closed' });
    const id = await process.mails.enqueue(aMail());
    await process.sweep.sweep();
    await process.unitOfWork.manager.query(
      `UPDATE outgoing_mails SET first_attempt_at = first_attempt_at - interval '3 days'`,
    );
    await hub.skipPauses(process);
    await process.sweep.sweep();
    expect(await rowOf(id)).toMatchObject({ outcome: 'abandoned', attempts: 2 });
  });

  it('is silent, the mail belongs to one process, and nobody else sends it', async () => {
    server.answer({ body: 'silence' });
    const id = await process.mails.enqueue(aMail());
    const sending = process.sweep.sweep();
    await until('the server has read the mail', () => server.read.length === 1);
    const other = await hub.start({ smtpUrl: server.url });
    await Promise.all([other.sweep.sweep(), other.delivery.deliver(id), process.delivery.deliver(id)]);
    expect(server.read).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({ outcome: null, attempts: 1 });
    server.hangUp();
    await sending;
    expect(await rowOf(id)).toMatchObject({ outcome: null, attempts: 1, lastError: 'ECONNECTION' });
  });

  it('took a mail that cannot be marked as sent for a while, it is marked later and sent once', async () => {
    const id = await process.mails.enqueue(aMail());
    await hub.asOwner('ALTER TABLE outgoing_mails ADD CONSTRAINT nothing_ends CHECK (outcome IS NULL)');
    const sending = process.sweep.sweep();
    await until('the server has taken the mail', () => server.taken.length === 1);
    await pause(1_000);
    await hub.asOwner('ALTER TABLE outgoing_mails DROP CONSTRAINT nothing_ends');
    await sending;
    expect(await rowOf(id)).toMatchObject({ outcome: 'delivered', attempts: 1, lastError: null });
    await hub.skipPauses(process);
    await process.sweep.sweep();
    expect(server.taken).toHaveLength(1);
  });

  it('took a mail of a process that died, the second copy has the same Message-ID', async () => {
    const id = await process.mails.enqueue(aMail());
    server.answer({ body: 'hang up' });
    await process.sweep.sweep();
    server.answer({});
    await hub.skipPauses(process);
    await process.sweep.sweep();
    const ids = server.read.map((mail) => /^Message-ID:\s+<(.+)@/m.exec(mail)?.[1]);
    expect(ids).toEqual([id, id]);
    expect(await rowOf(id)).toMatchObject({ outcome: 'delivered', attempts: 2 });
  });
});

describe('several processes', () => {
  it('send each mail once between them, by jobs and sweeps at the same time', async () => {
    const workers = await Promise.all([hub.start({ isWorker: true }), hub.start({ isWorker: true })]);
    const recipients = Array.from({ length: 20 }, () => aMail().recipient);
    await Promise.all([
      ...recipients.map((recipient) => process.mails.enqueue(aMail({ recipient }))),
      ...workers.map(({ sweep }) => sweep.sweep()),
    ]);
    await Promise.all([process, ...workers, ...workers].map(({ sweep }) => sweep.sweep()));
    const caught = await hub.mailbox.mailsTo(undefined, recipients.length);
    await until('every row is closed', async () => {
      const open: unknown[] = await process.unitOfWork.manager.query(
        'SELECT id FROM outgoing_mails WHERE outcome IS NULL',
      );
      return open.length === 0;
    });
    expect(caught.flatMap(({ to }) => to.map(({ address }) => address)).sort()).toEqual([...recipients].sort());
    expect(await hub.mailbox.received()).toHaveLength(recipients.length);
  });

  it('send by job alone, at once', async () => {
    await hub.start({ isWorker: true });
    const mail = aMail();
    await process.mails.enqueue(mail);
    expect(await hub.mailbox.mailsTo(mail.recipient)).toHaveLength(1);
  });

  it('change nothing by a claim that has run out', async () => {
    const id = await process.mails.enqueue(aMail());
    const late = await process.rows.claim(id);
    await hub.skipPauses(process);
    const present = await process.rows.claim(id);
    if (!late || !present) throw new Error('not claimed');
    await process.rows.postpone(late, 1_000, 'late');
    await process.rows.close(late, 'abandoned', 'late');
    expect(await rowOf(id)).toMatchObject({ outcome: null, lastError: null });
    await process.rows.close(present, 'delivered');
    await process.rows.close(late, 'abandoned', 'late');
    expect(await rowOf(id)).toMatchObject({ outcome: 'delivered' });
  });
});
