import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsOptional } from 'class-validator';

const MOST_ITEMS = 20;

/** A parameter that is not one text (a repeated one is a list) becomes a single item that no check of items accepts. */
const split = (value: unknown): unknown[] =>
  typeof value === 'string' ? value.split(',').map((item) => item.trim()) : [value];

/** `?naics=5415,236220`: several values in one parameter. The checks of the items are the field's own, with `each`. */
export const CommaSeparated = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'string', required: false, description: `Comma-separated. ${description}` }),
    IsOptional(),
    Transform(({ value }: { value: unknown }) => (value === undefined ? undefined : split(value))),
    ArrayMaxSize(MOST_ITEMS),
  );
