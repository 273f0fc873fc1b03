import type { QueryTerm } from '../text/bm25';
import type { TermVector } from '../text/term-vector';
import { displayWords } from './display-words';

/** A text of the business with its words. */
export interface OwnText {
  readonly text: string;
  readonly terms: TermVector;
}

/** Repeating a word adds less and less. */
const repetition = (frequency: number): number => 1 + Math.log(Math.max(1, frequency));

/** Years, quantities, paragraphs of standards (`800-171`) and single letters match by chance; stock and part numbers do not. */
const isTelling = (lexeme: string): boolean => lexeme.length >= 2 && (/\p{L}/u.test(lexeme) || /^\d{5,}$/.test(lexeme));

/** The telling words of one text, each with the given weight and a little more where it is repeated. */
export function queryTerms({ text, terms }: OwnText, weight: number): QueryTerm[] {
  const words = displayWords(text, terms.lexemes);
  return terms.lexemes.flatMap((lexeme, position) => {
    if (!isTelling(lexeme)) return [];
    const frequency = (terms.body[position] ?? 0) + (terms.title[position] ?? 0);
    return [{ lexeme, word: words.get(lexeme) ?? lexeme, weight: weight * repetition(frequency) }];
  });
}

/** Every lexeme once, with the highest weight that any list gives it, in the order of the alphabet. */
export function mergeTerms(lists: readonly (readonly QueryTerm[])[]): QueryTerm[] {
  const merged = new Map<string, QueryTerm>();
  for (const term of lists.flat()) {
    const known = merged.get(term.lexeme);
    if (!known || known.weight < term.weight || (known.weight === term.weight && term.word < known.word)) {
      merged.set(term.lexeme, term);
    }
  }
  return [...merged.values()].sort((a, b) => (a.lexeme < b.lexeme ? -1 : 1));
}
