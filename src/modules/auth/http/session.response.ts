import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '../../../common/http/page.response';
import type { SessionSummary } from '../domain/session';

/** One sign-in that still lives. */
export class SessionResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;
  /** Program and system, as far as it says: `Firefox on Windows`. */
  device: string;
  /** IP address of the last sign-in or refresh. */
  address: string;
  createdAt: Date;
  /** Last sign-in or refresh. */
  lastUsedAt: Date;
  /** Absolute end, seven days after signing in. */
  expiresAt: Date;
  /** Whether this request came with it. */
  isCurrent: boolean;
}

export class SessionPageResponse extends PageResponse {
  items: SessionResponse[];
}

export const toSessionResponse =
  (currentId: string) =>
  ({ id, device, address, createdAt, refreshedAt, expiresAt }: SessionSummary): SessionResponse => ({
    id,
    device,
    address,
    createdAt,
    lastUsedAt: refreshedAt,
    expiresAt,
    isCurrent: id === currentId,
  });
