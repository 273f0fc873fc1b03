import type { RuleText } from './gate';
import { LICENCE, LICENCE_FROM_2027 } from './licence.gate';
import { BIDDABLE, OPEN_FEDERAL, OPEN_UTAH } from './notice-gates';
import { OWN_EXCLUSION } from './own-exclusion.gate';
import { EXCLUSION, REGISTRATION } from './sam.gates';
import { FAMILY_RULES, notStatedRule, PARTIAL, SOLE_SOURCE, UNRECOGNISED } from './set-aside.rules';
import { NONMANUFACTURER, SIZE } from './size.gate';

/** Every text that a gate can cite; a rule whose text differs by source or day is there several times. */
export const RULE_TEXTS: readonly RuleText[] = [
  BIDDABLE,
  OPEN_FEDERAL,
  OPEN_UTAH,
  ...Object.values(FAMILY_RULES),
  PARTIAL,
  SOLE_SOURCE,
  UNRECOGNISED,
  notStatedRule('sam'),
  notStatedRule('utah'),
  SIZE,
  NONMANUFACTURER,
  REGISTRATION,
  EXCLUSION,
  LICENCE,
  LICENCE_FROM_2027,
  OWN_EXCLUSION,
];
