import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min, Validate } from 'class-validator';
import { decodeCursor, encodeCursor, PageCursor } from './page-cursor';
import { NumberParameter } from './number-parameter.decorator';

/** Which part of a list is wanted. */
export class PageQuery {
  /** How many items to answer, 1 to 100. */
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 100, default: 20, required: false })
  @IsOptional()
  @NumberParameter()
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;

  /** How many items to pass over, 0 to 100,000. */
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 100_000, default: 0, required: false })
  @IsOptional()
  @NumberParameter()
  @IsInt()
  @Min(0)
  @Max(100_000)
  offset: number = 0;

  /** `nextCursor` of the answer before: goes on there, in place of `offset`, however far down. */
  @IsOptional()
  @Validate(PageCursor)
  cursor?: string;

  /** For the input pipe, once the values are known to be allowed. */
  resumeAtCursor(): void {
    if (this.cursor !== undefined) this.offset = decodeCursor(this.cursor) ?? this.offset;
  }
}

/** Which part of a list is wanted, in the words of read models. */
export type Slice = Readonly<Pick<PageQuery, 'limit' | 'offset'>>;

/** What a search found: one part of the facts, and how many there are in all. */
export type Found<Fact> = readonly [facts: readonly Fact[], total: number];

/** One part of a list; `total` counts all items that the question selects. */
export interface Page<T> {
  readonly items: T[];
  readonly total: number;
  readonly limit: number;
  readonly offset: number;
  /** Null at the end of the list. */
  readonly nextCursor: string | null;
}

export const toPage = <Fact, Item>(
  [facts, total]: Found<Fact>,
  { limit, offset }: PageQuery,
  toItem: (fact: Fact) => Item,
): Page<Item> => {
  const next = offset + facts.length;
  const nextCursor = facts.length > 0 && next < total ? encodeCursor(next) : null;
  return { items: facts.map(toItem), total, limit, offset, nextCursor };
};
