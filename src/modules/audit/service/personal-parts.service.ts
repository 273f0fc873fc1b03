import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { seal, unseal } from '../../../infra/encryption';
import { AuditPersonKeysRepository } from '../persistence/audit-person-keys.repository';

/** What is personal in an event, as it is stored. */
interface StoredPart {
  /** Whose key seals it; null: it is tied to nobody and stored as it is. */
  readonly personId: string | null;
  /** Null: there was nothing, or the person had been erased before. */
  readonly bytes: Buffer | null;
}

type Keys = ReadonlyMap<string, Buffer | null>;

/** AES-256 */
const KEY_BYTES = 32;

/** Seals what is personal in events with one key for each person, and opens it again until the key is destroyed. */
@Injectable()
export class PersonalParts {
  constructor(private readonly keys: AuditPersonKeysRepository) {}

  /** Only for whoever holds the chain. @param eventId the part opens in no other event */
  async seal(personId: string | null, part: object | null, eventId: string): Promise<StoredPart> {
    if (!part) return { personId: null, bytes: null };
    const text = JSON.stringify(part);
    if (!personId) return { personId, bytes: Buffer.from(text) };
    const key = await this.keyOf(personId);
    return { personId, bytes: key && seal(key, text, eventId) };
  }

  findKeys(personIds: readonly (string | null)[]): Promise<Keys> {
    return this.keys.find([...new Set(personIds.filter((id) => id !== null))]);
  }

  /** The part, and whether it was lost with its key. What was tampered with does not open; the chain tells of that. */
  open<T>(
    { personId, bytes }: StoredPart,
    eventId: string,
    keys: Keys,
    is: (part: unknown) => part is T,
  ): { part: T | null; isErased: boolean } {
    if (!personId) return { part: parsed(() => bytes?.toString('utf8'), is), isErased: false };
    const key = keys.get(personId);
    if (!key) return { part: null, isErased: true };
    return { part: parsed(() => bytes && unseal(key, bytes, eventId), is), isErased: bytes === null };
  }

  async destroyKey(personId: string): Promise<void> {
    await this.keys.destroy(personId);
  }

  private async keyOf(personId: string): Promise<Buffer | null> {
    const known = (await this.keys.find([personId])).get(personId);
    if (known !== undefined) return known;
    const made = randomBytes(KEY_BYTES);
    await this.keys.insert(personId, made);
    return made;
  }
}

const parsed = <T>(read: () => string | null | undefined, is: (part: unknown) => part is T): T | null => {
  try {
    const part: unknown = JSON.parse(read() ?? 'null');
    return is(part) ? part : null;
  } catch {
    return null;
  }
};
