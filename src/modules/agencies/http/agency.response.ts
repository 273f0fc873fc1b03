import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '../../../common/http/page.response';
import { type Agency, type AgencyLevel, agencyLevels } from '../domain/agency';

/** An agency as administrators see it. */
export class AgencyResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;

  @ApiProperty({ enum: agencyLevels })
  level: AgencyLevel;

  department: string | null;
  subTier: string | null;
  officeCode: string | null;
  createdAt: Date;
}

export class AgencyPageResponse extends PageResponse {
  items: AgencyResponse[];
}

export const toAgencyResponse = (agency: Agency): AgencyResponse => ({
  id: agency.id,
  name: agency.name,
  level: agency.level,
  department: agency.department,
  subTier: agency.subTier,
  officeCode: agency.officeCode,
  createdAt: agency.createdAt,
});
