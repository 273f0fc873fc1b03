import { IsString } from 'class-validator';
import { MaxLength } from '../../../common/validation/text-length';

export class RefreshRequest {
  @IsString()
  @MaxLength(4096)
  refresh_token: string;
}
