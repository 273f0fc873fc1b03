import {
  type ChainedEvent,
  type ChainHead,
  earlierHashOf,
  faultAtEnd,
  faultOf,
  GENESIS,
  hashOf,
  hasMac,
  isBeforeMacs,
  macOf,
} from './audit-chain';

const KEY = Buffer.alloc(32, 1);
const ID = '01980000-0000-7000-8000-000000000001';

const anEvent = (previous: ChainHead, given: Partial<ChainedEvent> = {}): ChainedEvent => {
  const event = {
    sequence: previous.sequence + 1,
    id: ID,
    occurredAt: new Date('2026-04-10T12:00:00.123Z'),
    action: 'account.updated',
    outcome: 'success',
    actorId: ID,
    subjectType: 'user',
    subjectId: ID,
    requestId: 'a-request',
    details: { a: 1, b: 'two' },
    originPersonId: ID,
    origin: Buffer.from('origin'),
    changesPersonId: ID,
    changes: Buffer.from('changes'),
    keyId: 'key',
    previousHash: previous.hash,
    ...given,
  } as const;
  return { ...event, hash: hashOf(event, KEY) };
};

const first = anEvent(GENESIS);
const second = anEvent(first);

describe('an event of the chain', () => {
  it('is as it was written, in whichever order the details are read', () => {
    expect(faultOf(first, GENESIS, KEY)).toBeUndefined();
    expect(faultOf({ ...second, details: { b: 'two', a: 1 } }, first, KEY)).toBeUndefined();
  });

  it.each([
    ['id', { id: ID.replace(/1$/, '2') }],
    ['time', { occurredAt: new Date('2026-04-10T12:00:00.124Z') }],
    ['action', { action: 'account.deleted' }],
    ['outcome', { outcome: 'denied' }],
    ['actor', { actorId: null }],
    ['kind of subject', { subjectType: 'agency' }],
    ['subject', { subjectId: null }],
    ['request', { requestId: 'another' }],
    ['details', { details: { a: '1', b: 'two' } }],
    ['person of the origin', { originPersonId: null }],
    ['origin', { origin: Buffer.from('Origin') }],
    ['absent origin', { origin: null }],
    ['person of the changes', { changesPersonId: null }],
    ['changes', { changes: Buffer.from('change') }],
    ['key', { keyId: 'other' }],
    ['predecessor', { previousHash: first.hash.map((byte) => 255 - byte) }],
    ['hash', { hash: GENESIS.hash }],
  ] as const)('with another %s is changed', (_, change) => {
    const event = { ...second, ...change };
    const previousHash = Buffer.from(event.previousHash);
    expect(faultOf({ ...event, previousHash }, first, KEY)).toEqual({ kind: 'changed', sequence: 2 });
  });

  it('made with another key, or one that is not known any more, does not hold', () => {
    expect(faultOf(first, GENESIS, Buffer.alloc(32, 2))).toEqual({ kind: 'changed', sequence: 1 });
    expect(faultOf(first, GENESIS, undefined)).toEqual({ kind: 'unknown-key', sequence: 1 });
  });

  it('holds as it was written before heads had a MAC, and only such an event does without one', () => {
    const earlier = { ...first, hash: earlierHashOf(first, KEY) };
    expect(faultOf(earlier, GENESIS, KEY)).toBeUndefined();
    expect(faultOf({ ...earlier, action: 'account.deleted' }, GENESIS, KEY)).toEqual({ kind: 'changed', sequence: 1 });
    expect([isBeforeMacs(earlier, KEY), isBeforeMacs(first, KEY)]).toEqual([true, false]);
  });

  it('does not follow one that is gone, or another one of the same number', () => {
    expect(faultOf(second, GENESIS, KEY)).toEqual({ kind: 'missing', sequence: 1 });
    const other = anEvent(GENESIS, { requestId: 'another' });
    expect(faultOf(second, other, KEY)).toEqual({ kind: 'wrong-predecessor', sequence: 2 });
  });
});

describe('the end of the chain', () => {
  const end = { lastSequence: 2, expected: GENESIS, isHeadGenuine: true };

  it.each([
    ['is the head', second, second, end, undefined],
    ['is empty', GENESIS, GENESIS, { ...end, lastSequence: 0 }, undefined],
    ['has lost events', first, second, { ...end, lastSequence: 1 }, { kind: 'missing', sequence: 2 }],
    ['has another hash', second, { ...second, hash: first.hash }, end, { kind: 'wrong-head', sequence: 2 }],
    ['has grown behind the head', first, first, end, { kind: 'wrong-head', sequence: 2 }],
    [
      'has a head of somebody else',
      second,
      second,
      { ...end, isHeadGenuine: false },
      { kind: 'wrong-head', sequence: 3 },
    ],
    ['is an expected event', second, second, { ...end, expected: second }, undefined],
    [
      'comes before an expected event',
      second,
      second,
      { ...end, expected: anEvent(second) },
      { kind: 'not-as-expected', sequence: 3 },
    ],
  ] as const)('%s', (_, last, head, rest, fault) => {
    expect(faultAtEnd(last, head, rest)).toEqual(fault);
  });
});

describe('the MAC of the head', () => {
  const head = { ...second, mac: macOf(second, KEY) };

  it.each([
    ['as it was written', head, KEY, true],
    ['of another event', { ...head, sequence: 1, hash: first.hash }, KEY, false],
    ['of another number', { ...head, sequence: 1 }, KEY, false],
    ['that is not there', { ...head, mac: null }, KEY, false],
    ['made with another key', head, Buffer.alloc(32, 2), false],
    ['made with a key that is not known', head, undefined, false],
  ])('%s', (_, given, key, holds) => {
    expect(hasMac(given, key)).toBe(holds);
  });
});
