import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';

export class EligibilityQuery {
  /** The opportunity to decide about. Absent: where the business stands with all that is open. */
  @ApiProperty({ format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  opportunityId?: string;
}
