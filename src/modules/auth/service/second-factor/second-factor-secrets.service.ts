import { Injectable, Logger } from '@nestjs/common';
import { KeyRing, seal, unseal } from '../../../../infra/encryption';
import { type SecondFactor, stepOfCode } from '../../domain/second-factor';
import type { SealedSecret } from '../../persistence/second-factors.repository';

const PURPOSE = 'second-factor';

/** Keeps secrets sealed: nobody else sees one after the answer to the enrolment. */
@Injectable()
export class SecondFactorSecrets {
  private readonly logger = new Logger(SecondFactorSecrets.name);

  constructor(private readonly keys: KeyRing) {}

  seal(userId: string, secret: string): SealedSecret {
    const { id, bytes } = this.keys.current(PURPOSE);
    return { keyId: id, sealedSecret: seal(bytes, secret, userId) };
  }

  /**
   * The time step whose code this is, and the secret sealed with the current key. Undefined when it is the code of no step
   * near this instant, and when the key was taken out of the configuration: then recovery codes still let the person in.
   */
  verify(factor: SecondFactor, code: string, now: Date): { step: number; sealed: SealedSecret } | undefined {
    const secret = this.open(factor);
    const step = secret === undefined ? undefined : stepOfCode(secret, code, now);
    if (secret === undefined || step === undefined) return undefined;
    const isCurrent = factor.keyId === this.keys.current(PURPOSE).id;
    return { step, sealed: isCurrent ? factor : this.seal(factor.userId, secret) };
  }

  private open({ userId, keyId, sealedSecret }: SecondFactor): string | undefined {
    const key = this.keys.find(PURPOSE, keyId);
    if (key) return unseal(key.bytes, sealedSecret, userId);
    this.logger.error(`A second factor is sealed with the key ${keyId}, which ENCRYPTION_KEYS does not hold any more.`);
    return undefined;
  }
}
