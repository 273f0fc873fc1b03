import { ApiProperty } from '@nestjs/swagger';
import { type ProfileGap, profileGaps, type RankedCompleteness } from '../domain/gap-costs';

/** Something that the profile leaves unsaid. */
export class ProfileGapResponse {
  @ApiProperty({ enum: profileGaps })
  gap: ProfileGap;
  /** What stating it adds to the score. */
  points: number;
  advice: string;
  /**
   * Open notices that, for want of it, are undecided although the business may be able to bid, or that it may bid on and
   * that cannot be compared with it.
   */
  @ApiProperty({ type: 'integer', minimum: 0 })
  matches: number;
  /** A sentence with the number. */
  reason: string;
}

/** How much a profile says of what matching and eligibility can use. */
export class CompletenessResponse {
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 100 })
  score: number;
  /** What costs most matches first, then what is worth most points. */
  gaps: ProfileGapResponse[];
}

export const toCompletenessResponse = ({ score, gaps }: RankedCompleteness): CompletenessResponse => ({
  score,
  gaps: gaps.map(({ gap, points, advice, matches, reason }) => ({ gap, points, advice, matches, reason })),
});
