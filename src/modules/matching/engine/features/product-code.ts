import type { ReferenceFacts } from '../../../reference';
import type { TermVector } from '../text/term-vector';
import { pscOrNull } from './normalise';

/** Contracting offices begin a title with its code: `59--SWITCH,ROTARY`, `DA10--Software licenses`, `Y--Bridge`. */
const TITLE_WITH_CODE = /^\s*([A-Z0-9]{1,4})\s?--/i;

/** Thirteen digits: federal supply class (4), country (2) and item (7). */
const STOCK_NUMBER = /^\d{13}$/;

function classOfStockNumbers(group: string, { lexemes }: TermVector): string | null {
  const classes = new Set(
    lexemes
      .filter((lexeme) => STOCK_NUMBER.test(lexeme) && lexeme.startsWith(group))
      .map((lexeme) => lexeme.slice(0, 4)),
  );
  const [only] = classes;
  return classes.size === 1 && only !== undefined ? only : null;
}

/**
 * The product or service code: as stated, else as the title begins; where that is only a supply group (`59`), the class
 * that all national stock numbers of the text share (`5930`).
 */
export function productCode(
  stated: string | null,
  title: string,
  terms: TermVector,
  { psc }: Pick<ReferenceFacts, 'psc'>,
): string | null {
  const inTitle = pscOrNull(TITLE_WITH_CODE.exec(title)?.[1] ?? null);
  const code = pscOrNull(stated) ?? (inTitle !== null && psc.has(inTitle) ? inTitle : null);
  return code !== null && /^\d{2}$/.test(code) ? (classOfStockNumbers(code, terms) ?? code) : code;
}
