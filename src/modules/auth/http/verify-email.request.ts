import { IsString } from 'class-validator';
import { MaxLength } from '../../../common/validation/text-length';

export class VerifyEmailRequest {
  /** From the mailed link, behind `#token=`. */
  @IsString()
  @MaxLength(200)
  token: string;
}
