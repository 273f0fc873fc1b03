import type { GateVerdict, PlainGate } from './decision';
import { LICENCE } from './licence.gate';
import { OWN_EXCLUSION } from './own-exclusion.gate';
import { EXCLUSION, REGISTRATION } from './sam.gates';
import { FAMILY_RULES } from './set-aside.rules';
import { NONMANUFACTURER, SIZE } from './size.gate';

type Reasons = Readonly<Record<GateVerdict, string>>;

/** Of the set-asides that ask for a certification. */
const STANDING: Reasons = {
  pass: 'By its profile it has the standing that this set-aside asks for.',
  fail: 'By its profile it does not have the standing that this set-aside asks for.',
  unknown: 'Whether it has the standing that this set-aside asks for cannot be told from its profile.',
};

const CERTIFIED_FAMILIES = ['8a', 'hubzone', 'sdvosb', 'wosb', 'edwosb', 'vosb', 'indian'] as const;

/**
 * Rules whose reasons speak to the firm, most of them of what only the owner sees of a profile: figures, registration,
 * exclusion, licences, choices.
 */
const REASONS: ReadonlyMap<string, Reasons> = new Map<string, Reasons>([
  ...CERTIFIED_FAMILIES.map((family) => [FAMILY_RULES[family].rule, STANDING] as const),
  [
    SIZE.rule,
    {
      pass: 'By its own figures it is small for this industry.',
      fail: 'By its own figures it is not small for this industry.',
      unknown: 'Whether it is small for this industry cannot be told from its profile.',
    },
  ],
  [
    REGISTRATION.rule,
    {
      pass: 'By its own account it is registered in SAM.gov on the day that counts.',
      fail: 'By its own account it is not registered in SAM.gov on the day that counts.',
      unknown: 'Whether it is registered in SAM.gov on the day that counts cannot be told from its profile.',
    },
  ],
  [
    EXCLUSION.rule,
    {
      pass: 'By its own account it is not excluded from federal contracts.',
      fail: 'By its own account it may not receive federal contracts.',
      unknown: 'Whether it is excluded from federal contracts cannot be told from its profile.',
    },
  ],
  [
    LICENCE.rule,
    {
      pass: 'By its own account it holds a contractor licence of Utah on the day that counts.',
      fail: 'By its own account its contractor licence of Utah does not hold on the day that counts.',
      unknown: 'Whether it holds the contractor licence of Utah that is needed cannot be told from its profile.',
    },
  ],
  [
    OWN_EXCLUSION.rule,
    {
      pass: 'It does not exclude work of this kind.',
      fail: 'It does not want work of this kind.',
      unknown: 'Whether it wants work of this kind cannot be told from its profile.',
    },
  ],
]);

/** A gate as others than the owner may see it: the same rule and verdict, without private facts and without a question. */
const gateForOthers = ({ rule, version, verdict, source, reason }: PlainGate): PlainGate => ({
  ...{ rule, version, verdict, source },
  reason: REASONS.get(rule)?.[verdict] ?? reason,
});

/** Gates that are there for firms of more than so many employees only: that there is one tells the headcount. */
const tellsByBeingThere = ({ rule }: PlainGate): boolean => rule === NONMANUFACTURER.rule;

/** The gates of a decision as others than the owner may see them. What a gate that is left out decides, the one of size says. */
export function gatesForOthers(gates: readonly PlainGate[]): PlainGate[] {
  const leftOut = gates.find(tellsByBeingThere);
  return gates
    .filter((gate) => gate !== leftOut)
    .map((gate) => gateForOthers(leftOut && gate.rule === SIZE.rule ? { ...gate, verdict: leftOut.verdict } : gate));
}
