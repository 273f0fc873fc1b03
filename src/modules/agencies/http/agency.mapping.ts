import type { AgencyFacts } from '../domain/agency';
import type { CreateAgencyRequest } from './agency.requests';

export const toNewAgency = ({ name, level, department, subTier, officeCode }: CreateAgencyRequest): AgencyFacts => ({
  name,
  level,
  department: department ?? null,
  subTier: subTier ?? null,
  officeCode: officeCode ?? null,
});
