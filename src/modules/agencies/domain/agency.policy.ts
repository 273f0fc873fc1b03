import { type Agency, tidy } from './agency';

/** The buyer of an opportunity, as its notices name it. */
export interface NamedBuyer {
  readonly department: string | null;
  readonly subTier: string | null;
  readonly officeCode: string | null;
}

const isSame = (one: string, other: string | null): boolean =>
  other !== null && tidy(one).toLowerCase() === tidy(other).toLowerCase();

/**
 * What the agency buys itself: the buyer has the agency's department and, where the agency names them, its sub-tier and its
 * office code. Letter case and blanks make no difference. An agency without department buys none of what was imported.
 */
export const isOfAgency = (
  { department, subTier, officeCode }: Pick<Agency, 'department' | 'subTier' | 'officeCode'>,
  buyer: NamedBuyer,
): boolean =>
  department !== null &&
  isSame(department, buyer.department) &&
  (subTier === null || isSame(subTier, buyer.subTier)) &&
  (officeCode === null || isSame(officeCode, buyer.officeCode));

/** A sub-tier or an office code alone would select offices of other departments too. */
export const narrowsNothing = ({
  department,
  subTier,
  officeCode,
}: Pick<Agency, 'department' | 'subTier' | 'officeCode'>): boolean =>
  department === null && (subTier !== null || officeCode !== null);
