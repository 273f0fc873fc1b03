export const sizeMeasures = ['receipts', 'employees', 'assets'] as const;
export type SizeMeasure = (typeof sizeMeasures)[number];

/** The largest a firm may be, affiliates included, to count as small in one industry (13 CFR 121.201). */
export interface SizeStandard {
  readonly naicsCode: string;
  /** 0 for the industry itself, 1, 2 … for SBA's exceptions within it, which hold only for work of their description. */
  readonly exception: number;
  readonly description: string;
  /** Receipts: average of the last five completed fiscal years. Employees: average over 24 months, every person counts as one. */
  readonly measure: SizeMeasure;
  /** USD a year for receipts, USD for assets, persons for employees; a firm at the limit is small. */
  readonly limit: number;
  readonly footnote: string | null;
  /** Days, both inclusive; earlier tables are not held, so nothing is known before the first. Null: still in force. */
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly source: string;
}

/** The standards of one industry on a day: the base first, then its exceptions. */
export interface SizeStandardsInForce {
  readonly base: SizeStandard | undefined;
  readonly exceptions: readonly SizeStandard[];
}

const inForceOn = (day: string) => (standard: SizeStandard) =>
  standard.effectiveFrom <= day && (standard.effectiveTo === null || day <= standard.effectiveTo);

/**
 * The standards in force on `day` (`YYYY-MM-DD`) among those of one industry, or undefined where the hub holds none for
 * that day: for most of government and for days before its first table it cannot tell.
 */
export function sizeStandardsOn(standards: readonly SizeStandard[], day: string): SizeStandardsInForce | undefined {
  const inForce = standards.filter(inForceOn(day));
  if (inForce.length === 0) return undefined;
  return {
    base: inForce.find(({ exception }) => exception === 0),
    exceptions: inForce.filter(({ exception }) => exception > 0).sort((a, b) => a.exception - b.exception),
  };
}
