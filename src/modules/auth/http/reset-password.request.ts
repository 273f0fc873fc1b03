import { ApiProperty } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import { MaxLength } from '../../../common/validation/text-length';

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
