import { Injectable } from '@nestjs/common';
import { KeyRing } from '../../../infra/encryption';
import { type GuardedHead, GENESIS, hasMac, isBeforeMacs, isSameLink } from '../domain/audit-chain';
import { AuditChainRepository } from '../persistence/audit-chain.repository';

/** Tells whether the hub itself left the head of the chain where it is. */
@Injectable()
export class HeadGuard {
  constructor(
    private readonly chain: AuditChainRepository,
    private readonly keyRing: KeyRing,
  ) {}

  /** A head without a MAC of the hub passes only where none was ever written: before the first event that came with one. */
  async isGenuine(head: GuardedHead): Promise<boolean> {
    if (hasMac(head, this.keyOf(head.keyId))) return true;
    const last = await this.chain.find(head.sequence);
    return last ? isSameLink(last, head) && isBeforeMacs(last, this.keyOf(last.keyId)) : isSameLink(head, GENESIS);
  }

  private keyOf(id: string | null): Buffer | undefined {
    return id === null ? undefined : this.keyRing.find('audit-chain', id)?.bytes;
  }
}
