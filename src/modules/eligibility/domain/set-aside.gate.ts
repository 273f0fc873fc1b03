import type { SetAside } from '../../reference';
import { certificationGate } from './certification.rules';
import type { Gate } from './decision';
import type { BusinessStanding, EligibilityLookups } from './eligibility-input';
import { fail, pass, unknown } from './gate';
import type { BusinessRequirement } from './requirement';
import { FAMILY_RULES, PARTIAL, SOLE_SOURCE, UNRECOGNISED, notStatedRule } from './set-aside.rules';

function openSetAsideGate(setAside: SetAside): Gate {
  const rule = FAMILY_RULES[setAside.family];
  if (setAside.family === 'none') return pass(rule, 'Unrestricted: any business may bid.');
  if (setAside.family === 'local-area') {
    return unknown(
      rule,
      'Set aside for firms of the disaster area, which the notice names only in its text.',
      'Does your firm reside or mainly do business in the disaster area named in the solicitation?',
    );
  }
  return pass(rule, 'Set aside for small businesses: no certification is needed, size decides.');
}

/** A blank field is unknown, never "none": on early notices the set-aside is often still undecided. */
function notStatedGate({ source }: BusinessRequirement): Gate {
  return unknown(
    notStatedRule(source),
    'The notice does not say whether it is set aside.',
    source === 'sam'
      ? 'Is this procurement set aside? See the solicitation or ask the contracting officer.'
      : 'Does the solicitation limit who may bid? See it or ask the procurement officer.',
  );
}

/** Whether the business belongs to those for whom the contract is reserved. Being small is a gate of its own. */
export function setAsideGate(
  business: BusinessStanding,
  requirement: BusinessRequirement,
  lookups: EligibilityLookups,
): Gate {
  if (requirement.setAside === '') return notStatedGate(requirement);
  const setAside = lookups.setAside(requirement.setAside);
  if (!setAside) {
    return unknown(
      UNRECOGNISED,
      `The set-aside code "${requirement.setAside}" is not known.`,
      `Who may bid under "${requirement.setAside}"? See the solicitation or ask the contracting officer.`,
    );
  }
  if (setAside.soleSource) {
    return fail(SOLE_SOURCE, `${setAside.name}: meant for one named participant; published for information.`);
  }
  if (setAside.partial) {
    return pass(PARTIAL, 'Only a part is set aside for small businesses; any business may bid on the rest.');
  }
  if (setAside.acceptedPrograms.length === 0) return openSetAsideGate(setAside);
  const rule = FAMILY_RULES[setAside.family];
  return certificationGate(business.certifications, { rule, setAside, day: requirement, lookups });
}
