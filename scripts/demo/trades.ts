import type { OfficeKey } from './offices';
import { SERVICE_TRADES } from './trades-services';
import { SUPPLY_TRADES } from './trades-supplies';

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

export const TRADES: readonly Trade[] = [...SERVICE_TRADES, ...SUPPLY_TRADES];
