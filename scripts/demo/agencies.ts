import { type AgencyFacts, AgenciesService } from '../../src/modules/agencies';
import { OFFICES } from './offices';

const { hillBase, blmUtah } = OFFICES;

/** Buyers of demo notices: one that narrows its department down to a sub-tier, one down to an office. */
const AIR_FORCE: AgencyFacts = {
  name: 'Department of the Air Force',
  level: 'federal',
  department: hillBase.department,
  subTier: hillBase.subTier,
  officeCode: null,
};

const BLM_UTAH: AgencyFacts = {
  name: 'Bureau of Land Management, Utah State Office',
  level: 'federal',
  department: blmUtah.department,
  subTier: blmUtah.subTier,
  officeCode: blmUtah.aac,
};

/** Creates the demo's agencies where they are missing; answers the id of the one that the demo's official works for. */
export const loadAgencies = async (agencies: AgenciesService): Promise<string> => {
  const [own] = [await findOrCreate(agencies, AIR_FORCE), await findOrCreate(agencies, BLM_UTAH)];
  return own;
};

const findOrCreate = async (agencies: AgenciesService, facts: AgencyFacts): Promise<string> => {
  const { id } = (await agencies.findByName(facts.name)) ?? (await agencies.create(facts));
  return id;
};
