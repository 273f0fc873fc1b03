import { ApiProperty } from '@nestjs/swagger';
import type { UtahCounty } from '../domain/utah-county';
import { PageResponse } from '../../../common/http/page.response';

export class CountyResponse {
  /** Five-digit code of the Census Bureau: 49035. */
  fips: string;

  name: string;

  /** FIPS codes of the counties of Utah with which it shares a border line. */
  @ApiProperty({ type: [String] })
  neighbours: string[];
}

export class CountyPage extends PageResponse {
  @ApiProperty({ type: [CountyResponse] })
  items: CountyResponse[];
}

export const toCountyResponse = ({ fips, name, neighbours }: UtahCounty): CountyResponse => ({
  fips,
  name,
  neighbours: [...neighbours],
});
