/** The words of one text, stemmed, with how often they occur. Three parallel lists, one entry a lexeme, no lexeme twice. */
export interface TermVector {
  readonly lexemes: readonly string[];
  /** Occurrences outside the title. */
  readonly body: readonly number[];
  readonly title: readonly number[];
  /** Occurrences of all lexemes together. */
  readonly length: number;
}

export const emptyTermVector: TermVector = { lexemes: [], body: [], title: [], length: 0 };
