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

const sharePhrase = (works: number, all: number): string => {
  if (all === 1) return 'Your one past work was';
  if (works === all) return `All ${all} of your past works were`;
  return works === 1 ? `One of your ${all} past works was` : `${works} of your ${all} past works were`;
};

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
  return fit(best.value, `${sharePhrase(best.works, history.works)} for this ${best.name}.`);
}
