/** How one component judges a pair. Null in place of a fit: one side has no data, the component is absent. */
export interface Fit {
  /** Hundredths of a full fit, whole, 0 to 100: scores are computed from the values that are shown. */
  readonly hundredths: number;
  readonly reason: string;
  /** Share of the component's weight that this kind of evidence carries; 1 where missing. */
  readonly weightFactor?: number;
}

/** Rounds a value in [0, 1] to hundredths. */
export const hundredthsOf = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 100);

export const fit = (value: number, reason: string): Fit => ({ hundredths: hundredthsOf(value), reason });
