import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, ValidateIf } from 'class-validator';
import { OptionalBody } from '../../../common/http/optional-body.decorator';
import { IsEmailAddress } from '../../../common/validation/email-address';
import { Length, MaxLength } from '../../../common/validation/text-length';

const isGiven = (_: object, value: unknown): boolean => value !== undefined;

/** Absent fields stay as they are; null clears those that may be empty. */
export class UpdateAccountRequest {
  /** A new address needs `currentPassword` and has to be verified. */
  @ApiProperty({ format: 'email', required: false })
  @ValidateIf(isGiven)
  @IsEmailAddress()
  @MaxLength(254)
  email?: string;

  @ValidateIf(isGiven)
  @IsString()
  @MaxLength(1024)
  currentPassword?: string;

  @ValidateIf(isGiven)
  @IsString()
  @Length(1, 50)
  @Matches(/\S/, { message: 'firstName must not be blank' })
  firstName?: string;

  @ValidateIf(isGiven)
  @IsString()
  @Length(1, 50)
  @Matches(/\S/, { message: 'lastName must not be blank' })
  lastName?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  phone?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  companyName?: string | null;
}

export class ChangePasswordRequest {
  /** Demanded: without it the answer is 403. */
  @ValidateIf(isGiven)
  @IsString()
  @MaxLength(1024)
  currentPassword?: string;

  /** 8 to 128 characters of any kind. */
  @ApiProperty({ minLength: 8, maxLength: 128 })
  @IsString()
  @MaxLength(1024)
  newPassword: string;
}

/** A body that may be absent, so that the refusal says what is missing. */
@OptionalBody()
export class CurrentPasswordRequest {
  /** Demanded: without it the answer is 403. */
  @ValidateIf(isGiven)
  @IsString()
  @MaxLength(1024)
  currentPassword?: string;
}
