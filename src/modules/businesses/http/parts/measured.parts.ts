import { ApiProperty, PartialType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { MaxLength } from '../../../../common/validation/text-length';
import {
  type AddressKind,
  addressKinds,
  type BusinessAddress,
  type SizeMeasure,
  sizeMeasures,
  type SizeRecord,
} from '../../domain/business';
import { Normalised, orNothing } from '../validators/normalised.decorator';
import { ApiOptionalUsd, IsState, IsZipCode } from '../validators/patterns';
import { IsUsd } from '../validators/usd.validator';
import type { PartDefinition } from './part-definition';

export class SizeRecordRequest {
  @ApiProperty({ enum: sizeMeasures })
  @IsIn([...sizeMeasures])
  measure: SizeMeasure;

  /** Receipts: the fiscal year that ended in it, `2025`. Employees and assets: a month, `2026-03`. */
  @ApiProperty({ example: '2025' })
  @Matches(/^(19|20)\d{2}(-(0[1-9]|1[0-2]))?$/, {
    message: 'period must be a year such as 2025 or a month such as 2026-03',
  })
  period: string;

  /**
   * Receipts of the year or assets in USD (13 CFR 121.104, 121.201); or persons employed in the month, every one counting
   * as one (13 CFR 121.106).
   */
  @ApiProperty({ type: 'number', minimum: 0, maximum: 1_000_000_000_000 })
  @IsUsd()
  amount: number;

  /** The same of all affiliates together (13 CFR 121.103). */
  @ApiOptionalUsd()
  @IsOptional()
  @IsUsd()
  affiliatesAmount?: number | null;
}

export class SizeRecordChanges extends PartialType(SizeRecordRequest, { skipNullProperties: false }) {}

export class SizeRecordResponse implements SizeRecord {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: sizeMeasures })
  measure: SizeMeasure;
  period: string;
  /** USD, or persons for employees. */
  amount: number;
  affiliatesAmount: number | null;
}

export const sizeHistory: PartDefinition<'size-history', SizeRecordRequest, SizeRecordResponse> = {
  kind: 'size-history',
  name: 'SizeRecord',
  about: 'Receipts for each fiscal year, headcount and assets for each month, affiliates included. Private.',
  request: SizeRecordRequest,
  changes: SizeRecordChanges,
  response: SizeRecordResponse,
  toPart: ({ measure, period, amount, affiliatesAmount }) => ({
    measure,
    period,
    amount,
    affiliatesAmount: affiliatesAmount ?? null,
  }),
  toChanges: (request) => ({ ...request }),
  toResponse: ({ id, measure, period, amount, affiliatesAmount }) => ({
    id,
    measure,
    period,
    amount,
    affiliatesAmount,
  }),
};

export class AddressRequest {
  /** `principal`: at most one; its ZIP code becomes the profile's. */
  @ApiProperty({ enum: addressKinds })
  @IsIn([...addressKinds])
  kind: AddressKind;

  @IsOptional()
  @IsString()
  @MaxLength(150)
  line1?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(150)
  line2?: string | null;

  /** The city of the ZIP code where absent. */
  @Normalised(orNothing)
  @IsOptional()
  @IsString()
  @MaxLength(100)
  city?: string | null;

  /** The state of the ZIP code where absent. */
  @ApiProperty({ required: false, nullable: true, type: String, example: 'UT' })
  @IsOptional()
  @IsState()
  state?: string | null;

  @ApiProperty({ example: '84101' })
  @IsZipCode()
  zipCode: string;
}

export class AddressChanges extends PartialType(AddressRequest, { skipNullProperties: false }) {}

export class AddressResponse implements BusinessAddress {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: addressKinds })
  kind: AddressKind;
  line1: string | null;
  line2: string | null;
  city: string | null;
  state: string | null;
  zipCode: string;
  /** County of the ZIP code. */
  county: string | null;
  /** Its FIPS code, in Utah. */
  countyFips: string | null;
  /** Centroid of the ZIP code, degrees. */
  latitude: number | null;
  longitude: number | null;
}

export const addresses: PartDefinition<'addresses', AddressRequest, AddressResponse> = {
  kind: 'addresses',
  name: 'Address',
  about: 'Places of the firm, with county and centroid of the ZIP code. Private.',
  request: AddressRequest,
  changes: AddressChanges,
  response: AddressResponse,
  toPart: ({ kind, line1, line2, city, state, zipCode }) => ({
    kind,
    line1: line1 ?? null,
    line2: line2 ?? null,
    city: city ?? null,
    state: state ?? null,
    zipCode,
    county: null,
    countyFips: null,
    latitude: null,
    longitude: null,
  }),
  toChanges: (request) => ({ ...request }),
  toResponse: (part) => ({
    id: part.id,
    kind: part.kind,
    line1: part.line1,
    line2: part.line2,
    city: part.city,
    state: part.state,
    zipCode: part.zipCode,
    county: part.county,
    countyFips: part.countyFips,
    latitude: part.latitude,
    longitude: part.longitude,
  }),
};
