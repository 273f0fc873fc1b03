import { IsString, MaxLength } from 'class-validator';

export class RefreshRequest {
  @IsString()
  @MaxLength(4096)
  refresh_token: string;
}
