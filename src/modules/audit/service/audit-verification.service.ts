import { Injectable } from '@nestjs/common';
import { KeyRing } from '../../../infra/encryption';
import {
  type ChainedEvent,
  type ChainFault,
  type ChainHead,
  faultAtEnd,
  faultOf,
  GENESIS,
} from '../domain/audit-chain';
import { AuditChainRepository } from '../persistence/audit-chain.repository';
import { AuditPersonKeysRepository } from '../persistence/audit-person-keys.repository';
import { HeadGuard } from './head-guard.service';

export interface Verification {
  /** The last event that was found to be as it should be. */
  readonly last: ChainHead;
  /** The first one that is not; undefined: the whole chain holds. */
  readonly fault: ChainFault | undefined;
}

const STEP = 1_000;

/** Tells whether the log is as it was written. */
@Injectable()
export class AuditVerification {
  constructor(
    private readonly chain: AuditChainRepository,
    private readonly headGuard: HeadGuard,
    private readonly personKeys: AuditPersonKeysRepository,
    private readonly keyRing: KeyRing,
  ) {}

  /**
   * Walks the chain as far as it reaches at this moment; others may append meanwhile.
   * @param expected an event that somebody saw outside of the database, in the logs or in an earlier verification
   * @param onProgress how many events of how many were looked at
   */
  async verify(
    expected: ChainHead = GENESIS,
    onProgress: (done: number, total: number) => void = () => undefined,
  ): Promise<Verification> {
    const { head, lastSequence } = await this.chain.readEnd();
    let last = GENESIS;
    for (;;) {
      const events = await this.chain.readOn(last.sequence, head.sequence, STEP);
      for (const event of events) {
        const fault = this.faultOf(event, last, expected);
        if (fault) return { last, fault };
        last = { sequence: event.sequence, hash: event.hash };
      }
      onProgress(last.sequence, head.sequence);
      if (events.length < STEP) break;
    }
    const isHeadGenuine = await this.headGuard.isGenuine(head);
    return { last, fault: faultAtEnd(last, head, { lastSequence, expected, isHeadGenuine }) };
  }

  /** Whose sealed parts no key opens any more, though no event tells that their account was deleted. */
  findPeopleWithLostKeys(): Promise<readonly string[]> {
    return this.personKeys.findLost();
  }

  private faultOf(event: ChainedEvent, last: ChainHead, expected: ChainHead): ChainFault | undefined {
    const fault = faultOf(event, last, this.keyRing.find('audit-chain', event.keyId)?.bytes);
    const isAnother = event.sequence === expected.sequence && !event.hash.equals(expected.hash);
    return fault ?? (isAnother ? { kind: 'not-as-expected', sequence: event.sequence } : undefined);
  }
}
