import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';

/** Six digits of a NAICS code. */
export const IsNaicsCode = (): PropertyDecorator => Matches(/^\d{6}$/, { message: '$property must have six digits' });

/** A product or service code of two or four characters. */
export const IsPscCode = (): PropertyDecorator =>
  Matches(/^[A-Z0-9]{2}([A-Z0-9]{2})?$/, { message: '$property must have two or four capitals or digits' });

/** USPS code of a state or territory. */
export const IsState = (): PropertyDecorator =>
  applyDecorators(Matches(/^[A-Z]{2}$/, { message: '$property must be the two capitals of a state' }));

export const IsZipCode = (): PropertyDecorator => Matches(/^\d{5}$/, { message: '$property must have five digits' });

/** A calendar day that may be absent or null, in the document. */
export const ApiOptionalDay = (): PropertyDecorator =>
  ApiProperty({ required: false, nullable: true, type: String, format: 'date' });

/** An amount in USD that may be absent or null, in the document. */
export const ApiOptionalUsd = (): PropertyDecorator =>
  ApiProperty({ type: 'number', required: false, nullable: true, minimum: 0, maximum: 1_000_000_000_000 });
