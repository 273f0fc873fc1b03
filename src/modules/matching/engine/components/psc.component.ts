import type { PscRelation } from '../../../reference';
import type { PreparedBusiness } from '../prepared-business';
import type { ScoringContext } from '../scoring-model';
import { fit } from './fit';
import type { Fit } from './fit';

const REASONS: Readonly<Record<PscRelation, (code: string, own: string) => string>> = {
  equal: (code) => `PSC ${code} equals one of your codes.`,
  group: (code, own) => `PSC ${code} is in the same group as your ${own}.`,
  category: (code, own) => `PSC ${code} is in the same category as your ${own}.`,
  none: (code) => `PSC ${code} is not near any of your codes.`,
};

/** The product or service code against the business's own: the nearest one decides. */
export function pscFit(
  { features }: PreparedBusiness,
  code: string | null,
  { model, relations }: ScoringContext,
): Fit | null {
  if (code === null) return null;
  const [nearest] = features.pscCodes
    .map((own) => ({ own, relation: relations.psc(code, own) }))
    .sort((a, b) => model.psc[b.relation] - model.psc[a.relation] || (a.own < b.own ? -1 : 1));
  return nearest ? fit(model.psc[nearest.relation], REASONS[nearest.relation](code, nearest.own)) : null;
}
