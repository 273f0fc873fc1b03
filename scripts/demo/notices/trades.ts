import type { Trade } from './trade';
import { SERVICE_TRADES } from './trades-services';
import { SUPPLY_TRADES } from './trades-supplies';

export const TRADES: readonly Trade[] = [...SERVICE_TRADES, ...SUPPLY_TRADES];
