import { ApiProperty } from '@nestjs/swagger';
import { type SizeMeasure, sizeMeasures, type SizeStandard } from '../domain/size-standard';
import type { IndustrySizeStandards } from '../service/reference.service';

export class SizeStandardResponse {
  /** 0 for the industry itself, 1, 2 and so on for exceptions, which hold only for work of their description. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  exception: number;

  description: string;

  @ApiProperty({ enum: sizeMeasures })
  measure: SizeMeasure;

  /** USD a year for receipts, USD for assets, persons for employees; a firm at the limit is small. */
  @ApiProperty({ type: 'integer' })
  limit: number;

  @ApiProperty({ type: 'string', nullable: true })
  footnote: string | null;

  /** First day on which the table is known to be in force. */
  @ApiProperty({ format: 'date' })
  effectiveFrom: string;

  /** Last day; null while in force. */
  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  effectiveTo: string | null;

  source: string;
}

export class SizeStandardsResponse {
  naicsCode: string;

  /** Newest table first, the industry's own standard before its exceptions. */
  @ApiProperty({ type: [SizeStandardResponse] })
  standards: SizeStandardResponse[];
}

const toSizeStandardResponse = (standard: SizeStandard): SizeStandardResponse => ({
  exception: standard.exception,
  description: standard.description,
  measure: standard.measure,
  limit: standard.limit,
  footnote: standard.footnote,
  effectiveFrom: standard.effectiveFrom,
  effectiveTo: standard.effectiveTo,
  source: standard.source,
});

export const toSizeStandardsResponse = ({ naicsCode, standards }: IndustrySizeStandards): SizeStandardsResponse => ({
  naicsCode,
  standards: standards.map(toSizeStandardResponse),
});
