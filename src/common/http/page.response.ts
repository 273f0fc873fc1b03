import { ApiProperty } from '@nestjs/swagger';

/** What every list answers beside its `items`. */
export abstract class PageResponse {
  /** How many items the question selects in all. */
  @ApiProperty({ type: 'integer' })
  total: number;

  @ApiProperty({ type: 'integer' })
  limit: number;

  @ApiProperty({ type: 'integer' })
  offset: number;

  /** For the parameter `cursor` of the next question; null at the end of the list. */
  nextCursor: string | null;
}
