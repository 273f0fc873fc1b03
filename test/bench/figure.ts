/** One line of a benchmark's table. */
export interface Figure {
  readonly what: string;
  readonly measured: string | number;
  /** Measured in the same run, or the limit that is wanted. */
  readonly baseline: string | number;
}
