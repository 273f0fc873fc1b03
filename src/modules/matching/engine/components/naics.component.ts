import type { NaicsRelation } from '../../../reference';
import type { PreparedBusiness } from '../prepared-business';
import type { ScoringContext } from '../scoring-model';
import { fit } from './fit';
import type { Fit } from './fit';

const SHARED: Readonly<Record<Exclude<NaicsRelation, 6 | 'none'>, string>> = {
  5: 'industry',
  4: 'industry group',
  3: 'subsector',
  sector: 'sector',
};

interface OwnCode {
  readonly code: string;
  readonly isPrimary: boolean;
}

function reasonOf(code: string, own: OwnCode, relation: NaicsRelation): string {
  const kind = own.isPrimary ? 'primary' : 'secondary';
  if (relation === 'none') return `NAICS ${code} is not near any of your codes.`;
  if (relation === 6) return `NAICS ${code} equals your ${kind} code.`;
  return `NAICS ${code} shares its ${SHARED[relation]} with your ${kind} code ${own.code}.`;
}

/** The notice's NAICS code against the business's own: relevance only, never a bar to bidding (GAO B-423730). */
export function naicsFit(
  { features }: PreparedBusiness,
  code: string | null,
  { model, relations }: ScoringContext,
): Fit | null {
  if (code === null) return null;
  const [nearest] = features.naicsCodes
    .map((own) => {
      const relation = relations.naics(code, own.code);
      return { own, relation, value: model.naics[relation] * (own.isPrimary ? 1 : model.secondaryNaicsFactor) };
    })
    .sort((a, b) => b.value - a.value || (a.own.code < b.own.code ? -1 : 1));
  return nearest ? fit(nearest.value, reasonOf(code, nearest.own, nearest.relation)) : null;
}
