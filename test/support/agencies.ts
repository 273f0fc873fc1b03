import { type Agency, type AgencyFacts, AgenciesService } from '../../src/modules/agencies';
import type { TestHub } from './app';

let agencies = 0;

/** An agency of a name that nobody used before in this file; it buys what `aNotice` asks for. */
export const anAgency = (hub: TestHub, given: Partial<AgencyFacts> = {}): Promise<Agency> =>
  hub.get(AgenciesService).create({
    name: `Agency ${(agencies += 1)}`,
    level: 'federal',
    department: 'DEPT OF DEFENSE',
    subTier: null,
    officeCode: null,
    ...given,
  });
