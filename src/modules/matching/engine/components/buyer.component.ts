import type { BuyerKeys } from '../features/features';
import type { PreparedBusiness } from '../prepared-business';
import type { ScoringContext } from '../scoring-model';
import { fit } from './fit';
import type { Fit } from './fit';

const LEVELS = [
  { level: 'office', name: 'office' },
  { level: 'subTier', name: 'agency' },
  { level: 'department', name: 'department' },
] as const;

/**
 * Share of past work done for the same office, agency or department: the level that says most decides. The root lifts
 * small shares, because one contract in ten with an office is already an acquaintance.
 */
export function buyerFit(
  { history }: PreparedBusiness,
  buyer: BuyerKeys | null,
  { model }: ScoringContext,
): Fit | null {
  if (buyer === null || history.works === 0) return null;
  const [best] = LEVELS.map(({ level, name }) => {
    const works = history[level].get(buyer[level] ?? '') ?? 0;
    return { name, works, value: model.buyer[level] * Math.sqrt(works / history.works) };
  }).sort((a, b) => b.value - a.value);
  if (!best || best.works === 0) return fit(0, 'None of your past works was for this buyer.');
  return fit(best.value, `${best.works} of your ${history.works} past works were for this ${best.name}.`);
}
