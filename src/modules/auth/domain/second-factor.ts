import { generateURI, verifySync } from 'otplib';

/** What authenticator apps call the account's home. */
const ISSUER = 'Utah Contracting Hub';

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, steps of 30 seconds. */
const STEP_SECONDS = 30;

/** A shared secret with an authenticator app. It is asked for at sign-in once a first code has confirmed it. */
export interface SecondFactor {
  readonly userId: string;
  /** Key of the ring that the secret is sealed with. */
  readonly keyId: string;
  readonly sealedSecret: Buffer;
  /** The latest time step whose code was accepted; codes of this step and of earlier ones are good for nothing any more. */
  readonly lastStep: number;
  readonly createdAt: Date;
  readonly confirmedAt: Date | null;
  /** Whether an address of the account has been verified since, or had been when the factor was confirmed; else anybody may have set it up. */
  readonly addressVerified: boolean;
}

/** What somebody sends after the password. */
export interface SecondFactorProof {
  readonly method: 'totp' | 'recovery-code';
  readonly code: string;
}

/** What an authenticator app reads from a QR code. Holds the secret. */
export const otpauthUrl = (secret: string, email: string): string =>
  generateURI({ issuer: ISSUER, label: email, secret });

/**
 * The time step whose code this is: the step of this instant, or the one before or after it, because clocks differ and
 * people type slowly. Undefined for any other text.
 */
export const stepOfCode = (secret: string, typed: string, now: Date): number | undefined => {
  const token = typed.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  const verified = verifySync({ secret, token, epoch, period: STEP_SECONDS, epochTolerance: STEP_SECONDS });
  return verified.valid && 'timeStep' in verified ? verified.timeStep : undefined;
};
