import { ApiProperty } from '@nestjs/swagger';
import type { TokenPair } from '../service/sessions/sessions.service';
import { ACCESS_TOKEN_SECONDS } from '../service/sessions/tokens.service';

/** Answer of RFC 6749 section 5.1. */
export class TokenResponse {
  access_token: string;

  @ApiProperty({ enum: ['Bearer'] })
  token_type: 'Bearer';

  /** Seconds until the access token ends. */
  @ApiProperty({ type: 'integer' })
  expires_in: number;

  /** Good once, for at most seven days after signing in. */
  refresh_token: string;
}

export const toTokenResponse = ({ accessToken, refreshToken }: TokenPair): TokenResponse => ({
  access_token: accessToken,
  token_type: 'Bearer',
  expires_in: ACCESS_TOKEN_SECONDS,
  refresh_token: refreshToken,
});
