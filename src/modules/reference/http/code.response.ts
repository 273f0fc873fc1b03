import { ApiProperty } from '@nestjs/swagger';
import type { NaicsCode, NaicsLevel } from '../domain/naics';
import { type PscCode, type PscKind, pscKinds } from '../domain/psc';
import { PageResponse } from '../../../common/http/page.response';

export class NaicsCodeResponse {
  /** Two to six digits, or the range of a sector: 31-33. */
  code: string;

  title: string;

  /** 2 sector, 3 subsector, 4 industry group, 5 industry, 6 national industry. */
  @ApiProperty({ type: 'integer', minimum: 2, maximum: 6 })
  level: NaicsLevel;

  /** The next broader code; null for a sector. */
  @ApiProperty({ type: 'string', nullable: true })
  parentCode: string | null;
}

export class NaicsPage extends PageResponse {
  @ApiProperty({ type: [NaicsCodeResponse] })
  items: NaicsCodeResponse[];
}

export const toNaicsCodeResponse = ({ code, title, level, parentCode }: NaicsCode): NaicsCodeResponse => ({
  code,
  title,
  level,
  parentCode,
});

export class PscCodeResponse {
  code: string;

  /** Some of the published codes have none. */
  @ApiProperty({ type: 'string', nullable: true })
  name: string | null;

  @ApiProperty({ enum: pscKinds })
  kind: PscKind;

  /** First two characters: the supply group, or the first half of a service code. */
  @ApiProperty({ type: 'string', nullable: true })
  groupCode: string | null;

  /** Service letter or supply group; 70 stands for all groups of information technology. */
  category: string;
}

export class PscPage extends PageResponse {
  @ApiProperty({ type: [PscCodeResponse] })
  items: PscCodeResponse[];
}

export const toPscCodeResponse = ({ code, name, kind, groupCode, category }: PscCode): PscCodeResponse => ({
  code,
  name,
  kind,
  groupCode,
  category,
});
