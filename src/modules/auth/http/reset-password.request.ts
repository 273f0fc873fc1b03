import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';

export class ResetPasswordRequest {
  /** From the mailed link, behind `#token=`. */
  @IsString()
  @MaxLength(200)
  token: string;

  /** The new one; 8 to 128 characters of any kind. */
  @ApiProperty({ minLength: 8, maxLength: 128 })
  @IsString()
  @MaxLength(1024)
  password: string;
}
