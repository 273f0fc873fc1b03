import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import { type Role, roles } from '../../../common/auth/role';
import { BooleanParameter } from '../../../common/http/boolean-parameter.decorator';
import { PageQuery } from '../../../common/http/paging';
import { Length } from '../../../common/validation/text-length';

export class SearchUsersQuery extends PageQuery {
  /** Part of the e-mail address or of the name. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  @Matches(/\S/, { message: 'q must not be blank' })
  q?: string;

  @ApiProperty({ enum: roles, required: false })
  @IsOptional()
  @IsIn(roles)
  role?: Role;

  @ApiProperty({ type: 'boolean', required: false })
  @IsOptional()
  @BooleanParameter()
  @IsBoolean()
  isActive?: boolean;

  /** The officials of this agency. */
  @ApiProperty({ format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  agencyId?: string;
}
