import { ApiProperty, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsOptional, Validate } from 'class-validator';
import {
  type BusinessNaicsCode,
  type BusinessPscCode,
  type CageCode,
  type NaicsVersion,
  naicsVersions,
  type SamSizeFlag,
  samSizeFlags,
} from '../../domain/business';
import { normaliseCage } from '../../domain/cage';
import { CageNumber } from '../validators/cage-number.validator';
import { IsNaicsCode, IsPscCode } from '../validators/patterns';
import type { PartDefinition } from './part-definition';

export class NaicsCodeRequest {
  /** Six digits, NAICS 2022. */
  @ApiProperty({ example: '541512' })
  @IsNaicsCode()
  code: string;

  /** The one code that describes the firm best; takes the place of the one before. */
  @IsOptional()
  @IsBoolean()
  isPrimary?: boolean;
}

export class NaicsCodeChanges extends PartialType(NaicsCodeRequest, { skipNullProperties: false }) {}

export class BusinessNaicsCodeResponse implements BusinessNaicsCode {
  @ApiProperty({ format: 'uuid' })
  id: string;
  code: string;
  isPrimary: boolean;
  /** Edition that the code is of. Imported firms keep older codes, which nobody guesses a successor for. */
  @ApiProperty({ enum: naicsVersions })
  version: NaicsVersion;
  /** What SAM.gov said of the firm's size under this code when it was imported; decides nothing. */
  @ApiProperty({ enum: samSizeFlags, nullable: true, type: String })
  samSize: SamSizeFlag | null;
}

export const naicsCodes: PartDefinition<'naics-codes', NaicsCodeRequest, BusinessNaicsCodeResponse> = {
  kind: 'naics-codes',
  name: 'BusinessNaicsCode',
  about: 'The codes of the industries the firm works in.',
  request: NaicsCodeRequest,
  changes: NaicsCodeChanges,
  response: BusinessNaicsCodeResponse,
  toPart: ({ code, isPrimary }) => ({ code, isPrimary: isPrimary ?? false, version: '2022', samSize: null }),
  toChanges: ({ code, isPrimary }) => ({
    ...(code === undefined ? {} : { code }),
    ...(isPrimary === undefined ? {} : { isPrimary: isPrimary ?? false }),
  }),
  toResponse: ({ id, code, isPrimary, version, samSize }) => ({ id, code, isPrimary, version, samSize }),
};

export class PscCodeRequest {
  /** Product or service code of two or four characters. */
  @ApiProperty({ example: 'DA01' })
  @IsPscCode()
  code: string;
}

export class PscCodeChanges extends PartialType(PscCodeRequest, { skipNullProperties: false }) {}

export class BusinessPscCodeResponse implements BusinessPscCode {
  @ApiProperty({ format: 'uuid' })
  id: string;
  code: string;
}

export const pscCodes: PartDefinition<'psc-codes', PscCodeRequest, BusinessPscCodeResponse> = {
  kind: 'psc-codes',
  name: 'BusinessPscCode',
  about: 'The products and services the firm sells, by code.',
  request: PscCodeRequest,
  changes: PscCodeChanges,
  response: BusinessPscCodeResponse,
  toPart: ({ code }) => ({ code }),
  toChanges: ({ code }) => (code === undefined ? {} : { code }),
  toResponse: ({ id, code }) => ({ id, code }),
};

export class CageCodeRequest {
  /** Five characters, the first and the last of them digits. Foreign codes (NCAGE) are of other firms than this hub's. */
  @ApiProperty({ example: '1CK93' })
  @Validate(CageNumber)
  code: string;

  /** The code of the principal place; takes the place of the one before. */
  @IsOptional()
  @IsBoolean()
  isPrimary?: boolean;
}

export class CageCodeChanges extends PartialType(CageCodeRequest, { skipNullProperties: false }) {}

export class CageCodeResponse implements CageCode {
  @ApiProperty({ format: 'uuid' })
  id: string;
  code: string;
  isPrimary: boolean;
}

export const cageCodes: PartDefinition<'cage-codes', CageCodeRequest, CageCodeResponse> = {
  kind: 'cage-codes',
  name: 'CageCode',
  about: 'Commercial and Government Entity codes, one for each place of the firm.',
  request: CageCodeRequest,
  changes: CageCodeChanges,
  response: CageCodeResponse,
  toPart: ({ code, isPrimary }) => ({ code: normaliseCage(code), isPrimary: isPrimary ?? false }),
  toChanges: ({ code, isPrimary }) => ({
    ...(code === undefined ? {} : { code: normaliseCage(code) }),
    ...(isPrimary === undefined ? {} : { isPrimary: isPrimary ?? false }),
  }),
  toResponse: ({ id, code, isPrimary }) => ({ id, code, isPrimary }),
};
