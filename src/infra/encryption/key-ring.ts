import { createHash, hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EncryptionConfig } from '../../config';

/** What a key is for. Keys of different purposes have nothing in common, so a leak of one opens nothing else. */
export type KeyPurpose = 'second-factor' | 'mailed-links' | 'audit-chain' | 'account-pseudonyms' | 'business-ein';

export interface Key {
  /** Stored beside what the key made, so that older things are read with older keys. Tells nothing about the key. */
  readonly id: string;
  /** 32 bytes. */
  readonly bytes: Buffer;
}

const derive = (secret: string, purpose: KeyPurpose): Key => {
  const bytes = Buffer.from(hkdfSync('sha256', secret, 'utah-contracting-hub', purpose, 32));
  return { id: createHash('sha256').update('key-id').update(bytes).digest('hex').slice(0, 8), bytes };
};

/** One key for each purpose from each configured secret (HKDF-SHA-256, RFC 5869). The first is used, the others still read. */
@Injectable()
export class KeyRing {
  private readonly derived = new Map<KeyPurpose, readonly Key[]>();

  constructor(private readonly config: EncryptionConfig) {}

  current(purpose: KeyPurpose): Key {
    const [first] = this.all(purpose);
    if (!first) throw new Error('ENCRYPTION_KEYS holds no key.');
    return first;
  }

  /** Undefined when the key with this id was taken out of the configuration. */
  find(purpose: KeyPurpose, id: string): Key | undefined {
    return this.all(purpose).find((key) => key.id === id);
  }

  private all(purpose: KeyPurpose): readonly Key[] {
    const known = this.derived.get(purpose) ?? this.config.keys.map((secret) => derive(secret, purpose));
    this.derived.set(purpose, known);
    return known;
  }
}
