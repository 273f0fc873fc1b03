import type { OfficeKey } from '../offices';

/** What notices of one trade are put together from. */
export interface Trade {
  readonly naics: string;
  readonly psc: string;
  readonly offices: readonly OfficeKey[];
  readonly subjects: readonly string[];
  /** Each completes "The contractor shall …". */
  readonly tasks: readonly string[];
  /** Defence spare parts: titled `53--GASKET`, described by stock number. */
  readonly partsOnly?: boolean;
}
