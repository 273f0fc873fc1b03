import type { PscRelation } from '../../../reference';
import type { PreparedBusiness } from '../prepared-business';
import type { ScoringContext } from '../scoring-model';
import { fit } from './fit';
import type { Fit } from './fit';

const REASONS: Readonly<Record<PscRelation, (code: string, own: string) => string>> = {
  equal: (code, own) =>
    code === own ? `PSC ${code} equals one of your codes.` : `PSC ${code} and your ${own} name the same group.`,
  group: (code, own) => `PSC ${code} is in the same group as your ${own}.`,
  category: (code, own) => `PSC ${code} is in the same category as your ${own}.`,
  none: (code) => `PSC ${code} is not near any of your codes.`,
};

const isGroupOf = (group: string, code: string): boolean =>
  group.length === 2 && code.length > 2 && code.startsWith(group);

/** Many notices and profiles name only the group (`59`): with a code of it they are as equal as the data can say. */
export function nearness(own: string, code: string, { relations }: ScoringContext): PscRelation {
  const relation = relations.psc(own, code);
  return relation === 'group' && (isGroupOf(own, code) || isGroupOf(code, own)) ? 'equal' : relation;
}

/** The product or service code against the business's own: the nearest one decides. */
export function pscFit({ features }: PreparedBusiness, code: string | null, context: ScoringContext): Fit | null {
  if (code === null) return null;
  const { psc } = context.model;
  const [nearest] = features.pscCodes
    .map((own) => ({ own, relation: nearness(own, code, context) }))
    .sort(
      (a, b) =>
        psc[b.relation] - psc[a.relation] ||
        Number(b.own === code) - Number(a.own === code) ||
        (a.own < b.own ? -1 : 1),
    );
  return nearest ? fit(psc[nearest.relation], REASONS[nearest.relation](code, nearest.own)) : null;
}
