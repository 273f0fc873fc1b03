import { IsString, MaxLength } from 'class-validator';

export class VerifyEmailRequest {
  /** From the mailed link, behind `#token=`. */
  @IsString()
  @MaxLength(200)
  token: string;
}
