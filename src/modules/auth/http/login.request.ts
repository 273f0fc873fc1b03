import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, ValidateIf } from 'class-validator';
import { NotTogetherWith } from '../../../common/http/not-together-with.decorator';
import { MaxLength } from '../../../common/validation/text-length';

/** JSON `{email, password}`, or the OAuth 2.0 password form (`username`, `password`; RFC 6749 section 4.3.2). */
export class LoginRequest {
  @ApiProperty({ required: false, example: 'owner@demo.test' })
  @ValidateIf(({ email, username }: LoginRequest) => email !== undefined || username === undefined)
  @IsString()
  @MaxLength(254)
  email?: string;

  /** In place of `email`: the address, in the form's words. */
  @ApiProperty({ required: false })
  @ValidateIf(({ email, username }: LoginRequest) => username !== undefined || email === undefined)
  @NotTogetherWith('email')
  @IsString()
  @MaxLength(254)
  username?: string;

  @IsString()
  @MaxLength(1024)
  password: string;

  @IsOptional()
  @IsIn(['password'])
  grant_type?: string;

  /** Accepted and without effect: the hub has one scope. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  scope?: string;

  /** Accepted and without effect: clients of the password form may send it. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  client_id?: string;

  /** Accepted and without effect: clients of the password form may send it. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  client_secret?: string;
}
