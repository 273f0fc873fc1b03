import { LICENCE } from '../licence.gate';
import { EXCLUSION, REGISTRATION } from '../sam.gates';
import { FAMILY_RULES } from '../set-aside.rules';
import { SIZE } from '../size.gate';
import type { StatableFact } from './favourable-facts';

const FACTS: ReadonlyMap<string, StatableFact> = new Map<string, StatableFact>([
  [REGISTRATION.rule, 'samRegistration'],
  [EXCLUSION.rule, 'excluded'],
  [SIZE.rule, 'sizeFigures'],
  [LICENCE.rule, 'licences'],
  ...Object.values(FAMILY_RULES).map(({ rule }) => [rule, 'certificationTerms'] as const),
]);

/** For want of which fact of the profile a rule may not be able to answer; undefined where no fact would help. */
export const factBehind = (rule: string): StatableFact | undefined => FACTS.get(rule);
