import { certificationStatuses } from '../../src/modules/businesses/domain/business';
import type { EligibilityLookups } from '../../src/modules/eligibility/domain/eligibility-input';
import { noticeTypes } from '../../src/modules/opportunities/domain/notice';
import { opportunityStatuses } from '../../src/modules/opportunities/domain/opportunity';
import { loadReferenceFacts } from '../../src/modules/reference/data/load-reference-facts';
import { parseSetAside, setAsideCodes } from '../../src/modules/reference/domain/set-aside';
import { sizeStandardsOn } from '../../src/modules/reference/domain/size-standard';

/** Every code there is, for tables and properties. */
export { certificationStatuses, noticeTypes, opportunityStatuses, setAsideCodes };

/** The rules' lookups on the checked-in reference facts, without a database. */
export function referenceLookups(): EligibilityLookups {
  const facts = loadReferenceFacts();
  const noticeTypeFacts = new Map<string, ReturnType<EligibilityLookups['noticeType']>>(facts.noticeTypes);
  return {
    noticeType: (code) => noticeTypeFacts.get(code),
    setAside: (text) => {
      const code = parseSetAside(text);
      return code && facts.setAsides.get(code);
    },
    program: (code) => facts.programs.get(code),
    sizeStandards: (naicsCode, day) => sizeStandardsOn(facts.sizeStandards.get(naicsCode) ?? [], day),
  };
}
