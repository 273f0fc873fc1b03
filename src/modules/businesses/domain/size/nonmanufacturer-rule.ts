import type { SizeFigure } from './size-figures';
import { MEASURE_WORDS } from './size-words';

/** 13 CFR 121.406(b)(1)(i): the most employees of a firm that supplies what others make. */
export const MOST_EMPLOYEES_OF_A_SUPPLIER = 500;

/** Sectors 31 to 33 of NAICS. */
const MANUFACTURING = /^3[1-3]\d{4}$/;

/** Whether supplies are bought under this NAICS code, although suppliers do not make them: 13 CFR 121.402(b)(2). */
export const isManufacturing = (naicsCode: string): boolean => MANUFACTURING.test(naicsCode);

export interface NonmanufacturerQuestion {
  readonly reason: string;
  readonly question: string;
}

/**
 * The nonmanufacturer rule, where it can matter: supplies are bought under the code of their manufacturer, whose size
 * standard may be larger than what a mere supplier may have. Undefined where it cannot, or where the headcount is not
 * known and has to be asked for first.
 */
export function nonmanufacturerQuestion(
  naicsCode: string,
  isSupply: boolean,
  employees: SizeFigure,
): NonmanufacturerQuestion | undefined {
  if (!isSupply || !isManufacturing(naicsCode)) return undefined;
  if (employees.kind === 'missing' || employees.amount <= MOST_EMPLOYEES_OF_A_SUPPLIER) return undefined;
  const { format } = MEASURE_WORDS.employees;
  const rule = `a firm that does not make the product itself counts as small only with at most ${format(MOST_EMPLOYEES_OF_A_SUPPLIER)}`;
  return {
    reason: `For supplies under manufacturing code NAICS ${naicsCode}, ${rule}; you have ${format(employees.amount)}.`,
    question: 'Do you make the product yourself?',
  };
}
