import { IsBoolean, IsString, Matches } from 'class-validator';
import { Length } from '../../../common/validation/text-length';
import type { VerificationDecision } from '../domain/verification';

export class VerifyBusinessRequest implements VerificationDecision {
  /** Whether the profile describes the firm that it names. */
  @IsBoolean()
  verified: boolean;

  /** What was looked at, for the history. */
  @IsString()
  @Length(1, 1_000)
  @Matches(/\S/, { message: 'reason must not be blank' })
  reason: string;
}
