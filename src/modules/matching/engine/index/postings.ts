import { boostedFrequency } from '../text/bm25';
import type { DocumentTerms } from '../text/bm25';
import type { TextModel } from '../scoring-model';
import type { TermVector } from '../text/term-vector';

/** Inverted index: for every lexeme a run of documents in rising order, with the boosted frequency in each. */
export interface Postings {
  readonly termNumbers: ReadonlyMap<string, number>;
  /** Run of term n: from `starts[n]` to `starts[n + 1]`. */
  readonly starts: Int32Array;
  readonly documents: Int32Array;
  readonly frequencies: Float32Array;
  readonly lengths: Int32Array;
}

function countTerms(vectors: readonly TermVector[]): { termNumbers: Map<string, number>; counts: number[] } {
  const termNumbers = new Map<string, number>();
  const counts: number[] = [];
  for (const { lexemes } of vectors) {
    for (const lexeme of lexemes) {
      const number = termNumbers.get(lexeme);
      if (number === undefined) termNumbers.set(lexeme, counts.push(1) - 1);
      else counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  return { termNumbers, counts };
}

export function buildPostings(vectors: readonly TermVector[], model: TextModel): Postings {
  const { termNumbers, counts } = countTerms(vectors);
  const starts = new Int32Array(counts.length + 1);
  counts.forEach((count, term) => {
    starts[term + 1] = (starts[term] ?? 0) + count;
  });
  const size = starts[counts.length] ?? 0;
  const documents = new Int32Array(size);
  const frequencies = new Float32Array(size);
  const next = starts.slice();
  vectors.forEach((vector, document) => {
    vector.lexemes.forEach((lexeme, position) => {
      const term = termNumbers.get(lexeme) ?? 0;
      const slot = next[term] ?? 0;
      documents[slot] = document;
      frequencies[slot] = boostedFrequency(vector.body[position] ?? 0, vector.title[position] ?? 0, model);
      next[term] = slot + 1;
    });
  });
  const lengths = Int32Array.from(vectors, ({ length }) => length);
  return { termNumbers, starts, documents, frequencies, lengths };
}

/** Boosted frequency of a term in a document, by binary search; 0 where it does not occur. */
function frequencyIn({ starts, documents, frequencies }: Postings, term: number, document: number): number {
  let low = starts[term] ?? 0;
  let high = (starts[term + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = documents[middle] ?? 0;
    if (found === document) return frequencies[middle] ?? 0;
    if (found < document) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

/** One document of the index, read back. */
export const indexedTerms = (postings: Postings, document: number): DocumentTerms => ({
  length: postings.lengths[document] ?? 0,
  frequency: (lexeme) => {
    const term = postings.termNumbers.get(lexeme);
    return term === undefined ? 0 : frequencyIn(postings, term, document);
  },
});
