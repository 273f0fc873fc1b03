import { ApiProperty } from '@nestjs/swagger';
import { IsString, ValidateIf } from 'class-validator';
import { NotTogetherWith } from '../../../common/http/not-together-with.decorator';
import { OptionalBody } from '../../../common/http/optional-body.decorator';
import { MaxLength } from '../../../common/validation/text-length';
import type { SecondFactorProof } from '../domain/second-factor';

const isGiven = (_: object, value: unknown): boolean => value !== undefined;

/** A body that may be absent. */
@OptionalBody()
export class EnrolSecondFactorRequest {
  /** Demanded unless the session was opened within the last five minutes: without it the answer is 403. */
  @ValidateIf(isGiven)
  @IsString()
  @MaxLength(1024)
  currentPassword?: string;
}

export class ConfirmSecondFactorRequest {
  /** What the authenticator app shows now. */
  @ApiProperty({ example: '123456' })
  @IsString()
  @MaxLength(20)
  code: string;
}

/** The challenge of a sign-in, and one code. */
export class SecondFactorChallengeRequest {
  /** From the answer of the sign-in; good for five minutes. */
  @IsString()
  @MaxLength(4096)
  mfa_token: string;

  /** What the authenticator app shows now. */
  @ApiProperty({ required: false, example: '123456' })
  @ValidateIf(({ code, recovery_code }: SecondFactorChallengeRequest) => isGivenOrNeeded(code, recovery_code))
  @IsString()
  @MaxLength(20)
  code?: string;

  /** In place of `code`: one of the recovery codes, in any letter case, with or without the dashes. Good once. */
  @ApiProperty({ required: false, example: 'MFRG-GZDF-MZTW-Q2LK-NNWG-23TP' })
  @ValidateIf(({ code, recovery_code }: SecondFactorChallengeRequest) => isGivenOrNeeded(recovery_code, code))
  @NotTogetherWith('code')
  @IsString()
  @MaxLength(64)
  recovery_code?: string;
}

const isGivenOrNeeded = (field: unknown, other: unknown): boolean => field !== undefined || other === undefined;

export const toProof = ({ code, recovery_code }: SecondFactorChallengeRequest): SecondFactorProof =>
  recovery_code === undefined ? { method: 'totp', code: code ?? '' } : { method: 'recovery-code', code: recovery_code };
