import { createHmac } from 'node:crypto';
import type { AuditValues, NotedEvent } from './audit-event';

/** The last link: what the next event is chained to. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: Buffer;
}

/** The last link as it is stored. */
export interface GuardedHead extends ChainHead {
  /** Key of the ring that `mac` is made with. Both are null until the first event since heads have a MAC. */
  readonly keyId: string | null;
  readonly mac: Buffer | null;
}

/** An event as it is stored. */
export interface ChainedEvent extends Omit<NotedEvent, 'origin' | 'changes'> {
  readonly sequence: number;
  readonly id: string;
  /** Whose key seals `origin`; null: it is tied to nobody and stored as it is. */
  readonly originPersonId: string | null;
  readonly origin: Buffer | null;
  /** Whose key seals `changes`; null: they are tied to nobody and stored as they are. */
  readonly changesPersonId: string | null;
  readonly changes: Buffer | null;
  /** Key of the ring that `hash` is made with. */
  readonly keyId: string;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
}

/** Where the chain begins. */
export const GENESIS: ChainHead = { sequence: 0, hash: Buffer.alloc(32) };

export const faultKinds = [
  'missing',
  'unknown-key',
  'changed',
  'wrong-predecessor',
  'wrong-head',
  'not-as-expected',
] as const;
/** What is wrong with a chain. */
export type FaultKind = (typeof faultKinds)[number];

export interface ChainFault {
  readonly kind: FaultKind;
  /** Of the first event that is not what it should be. */
  readonly sequence: number;
}

/** HMAC-SHA-256 over the predecessor's hash and every column, so nobody without the key can write a row that fits. */
export const hashOf = (event: Unhashed, key: Buffer): Buffer => hmacOf(event, [WITH_MAC, ...valuesOf(event)], key);

/** As events were hashed before the head had a MAC. */
export const earlierHashOf = (event: Unhashed, key: Buffer): Buffer => hmacOf(event, valuesOf(event), key);

/** Whether the event was written when the head had no MAC yet. Nobody without the key can make a later event look so. */
export const isBeforeMacs = (event: ChainedEvent, key: Buffer | undefined): boolean =>
  key !== undefined && earlierHashOf(event, key).equals(event.hash);

/** What nobody without the key can make for another link, so the head cannot be moved. No event is made of such a text. */
export const macOf = ({ sequence, hash }: ChainHead, key: Buffer): Buffer =>
  createHmac('sha256', key)
    .update(`head ${sequence} ${hash.toString('hex')}`)
    .digest();

/** @param key undefined: none, or not in the ring any more */
export const hasMac = (head: ChainHead & Pick<GuardedHead, 'mac'>, key: Buffer | undefined): boolean =>
  key !== undefined && head.mac !== null && macOf(head, key).equals(head.mac);

export const isSameLink = (one: ChainHead, other: ChainHead): boolean =>
  one.sequence === other.sequence && one.hash.equals(other.hash);

type Unhashed = Omit<ChainedEvent, 'hash'>;

/** Sets the events that came with a MAC of the head apart from earlier ones, so that an end without one is no excuse. */
const WITH_MAC = 'with-mac';

const hmacOf = ({ previousHash }: Unhashed, values: readonly unknown[], key: Buffer): Buffer =>
  createHmac('sha256', key).update(previousHash).update(JSON.stringify(values)).digest();

const valuesOf = (event: Unhashed): readonly unknown[] => [
  event.sequence,
  event.id,
  event.occurredAt.toISOString(),
  event.action,
  event.outcome,
  event.actorId,
  event.subjectType,
  event.subjectId,
  event.requestId,
  sorted(event.details),
  event.originPersonId,
  event.origin?.toString('base64') ?? null,
  event.changesPersonId,
  event.changes?.toString('base64') ?? null,
  event.keyId,
];

/** PostgreSQL keeps the members of an object in an order of its own. */
const sorted = (values: AuditValues): readonly (readonly [string, unknown])[] =>
  Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));

/** What is wrong with the event that follows `previous`, if anything is. @param key undefined: not in the ring any more */
export const faultOf = (event: ChainedEvent, previous: ChainHead, key: Buffer | undefined): ChainFault | undefined => {
  const sequence = previous.sequence + 1;
  if (event.sequence !== sequence) return { kind: 'missing', sequence };
  if (!key) return { kind: 'unknown-key', sequence };
  if (!hashOf(event, key).equals(event.hash) && !isBeforeMacs(event, key)) return { kind: 'changed', sequence };
  return event.previousHash.equals(previous.hash) ? undefined : { kind: 'wrong-predecessor', sequence };
};

interface ChainEnd {
  readonly lastSequence: number;
  readonly expected: ChainHead;
  readonly isHeadGenuine: boolean;
}

/**
 * What is wrong with the end of a chain whose events are all as they should be.
 * @param last what the walk up to the head ended with
 * @param lastSequence of the last event that there is
 * @param expected a link that has to be there
 * @param isHeadGenuine whether the hub itself left the head where it is
 */
export const faultAtEnd = (
  last: ChainHead,
  head: ChainHead,
  { lastSequence, expected, isHeadGenuine }: ChainEnd,
): ChainFault | undefined => {
  if (last.sequence < head.sequence) return { kind: 'missing', sequence: last.sequence + 1 };
  if (!last.hash.equals(head.hash)) return { kind: 'wrong-head', sequence: last.sequence };
  if (lastSequence > head.sequence || !isHeadGenuine) return { kind: 'wrong-head', sequence: head.sequence + 1 };
  return expected.sequence > last.sequence ? { kind: 'not-as-expected', sequence: last.sequence + 1 } : undefined;
};
