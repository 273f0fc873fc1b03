import type { Enrolment } from '../service/second-factor/second-factors.service';

/** Shown once; `POST /auth/mfa/confirm` turns it on. */
export class SecondFactorEnrolmentResponse {
  /** For typing into an authenticator app, in base 32. */
  secret: string;

  /** The same for a QR code, which the app scans. */
  otpauthUrl: string;
}

export class RecoveryCodesResponse {
  /** Each signs in once without the app. Shown once: keep them where the app is not. */
  recoveryCodes: string[];
}

export const toSecondFactorEnrolmentResponse = ({ secret, otpauthUrl }: Enrolment): SecondFactorEnrolmentResponse => ({
  secret,
  otpauthUrl,
});

export const toRecoveryCodesResponse = (codes: readonly string[]): RecoveryCodesResponse => ({
  recoveryCodes: [...codes],
});
