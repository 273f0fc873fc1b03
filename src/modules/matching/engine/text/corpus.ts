import type { TermVector } from './term-vector';

/** What a word is worth depends on how many notices use it. */
export interface CorpusStatistics {
  readonly documents: number;
  /** Mean number of word occurrences of a document that has any. */
  readonly averageLength: number;
  /** Documents that contain a lexeme; a lexeme that none contains is missing. */
  readonly documentFrequency: ReadonlyMap<string, number>;
}

export function corpusOf(vectors: Iterable<TermVector>): CorpusStatistics {
  const documentFrequency = new Map<string, number>();
  let documents = 0;
  let length = 0;
  for (const vector of vectors) {
    if (vector.length === 0) continue;
    documents += 1;
    length += vector.length;
    for (const lexeme of vector.lexemes) documentFrequency.set(lexeme, (documentFrequency.get(lexeme) ?? 0) + 1);
  }
  return { documents, averageLength: documents === 0 ? 0 : length / documents, documentFrequency };
}
