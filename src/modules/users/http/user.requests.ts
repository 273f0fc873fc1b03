import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, ValidateIf } from 'class-validator';
import { type Role, roles } from '../../../common/auth/role';
import { Length, MaxLength } from '../../../common/validation/text-length';

const isGiven = (_: object, value: unknown): boolean => value !== undefined;

/**
 * What an administrator may change of somebody's account: an absent field is unchanged, `null` clears it. Address and
 * password are the person's own; role and standing have addresses of their own.
 */
export class UpdateUserRequest {
  @ValidateIf(isGiven)
  @IsString()
  @Length(1, 50)
  @Matches(/\S/, { message: 'firstName must not be blank' })
  firstName?: string;

  @ValidateIf(isGiven)
  @IsString()
  @Length(1, 50)
  @Matches(/\S/, { message: 'lastName must not be blank' })
  lastName?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  phone?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  companyName?: string | null;

  /** For government officials alone. */
  @ApiProperty({ format: 'uuid', required: false, nullable: true, type: String })
  @IsOptional()
  @IsUUID()
  agencyId?: string | null;
}

export class ChangeRoleRequest {
  @ApiProperty({ enum: roles })
  @IsIn(roles)
  role: Role;

  /** The agency of a new government official; absent: the one that the person has. */
  @ApiProperty({ format: 'uuid', required: false })
  @ValidateIf(isGiven)
  @IsUUID()
  agencyId?: string;
}
