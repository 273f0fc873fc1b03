import { ApiProperty } from '@nestjs/swagger';
import type { Response } from 'express';
import { type Role, roles } from '../../../common/auth/role';
import { withEntityTag } from '../../../common/http/entity-tag';
import { PageResponse } from '../../../common/http/page.response';
import type { User } from '../domain/user';
import { mayHaveAgency } from '../domain/user.policy';

/** A person as the API shows them. */
export class UserResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  email: string;
  firstName: string;
  lastName: string;
  phone: string | null;
  companyName: string | null;
  isActive: boolean;

  /** Whether the e-mail address was confirmed. */
  isVerified: boolean;

  createdAt: Date;

  @ApiProperty({ enum: roles })
  role: Role;

  /** The agency that a government official works for, null until there is one; all others have no such field. */
  @ApiProperty({ format: 'uuid', nullable: true, type: String, required: false })
  agencyId?: string | null;
}

export class UserPageResponse extends PageResponse {
  items: UserResponse[];
}

export const toUserResponse = (user: User): UserResponse => ({
  id: user.id,
  email: user.email,
  firstName: user.firstName,
  lastName: user.lastName,
  phone: user.phone,
  companyName: user.companyName,
  isActive: user.isActive,
  isVerified: user.isVerified,
  createdAt: user.createdAt,
  role: user.role,
  ...(mayHaveAgency(user) ? { agencyId: user.agencyId } : {}),
});

/** With the version in the `ETag` header. */
export const answerUser = (response: Response, user: User): UserResponse =>
  withEntityTag(response, user.version, toUserResponse(user));
