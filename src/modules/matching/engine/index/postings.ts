import { fieldFrequency, lengthFactor } from '../text/bm25';
import type { DocumentTerms } from '../text/bm25';
import type { ScoringContext } from '../scoring-model';
import type { TermVector } from '../text/term-vector';

/** Inverted index: for every lexeme a run of documents in rising order, with its frequency in each. */
export interface Postings {
  readonly termNumbers: ReadonlyMap<string, number>;
  /** Run of term n: from `starts[n]` to `starts[n + 1]`. */
  readonly starts: Int32Array;
  readonly documents: Int32Array;
  readonly frequencies: Float64Array;
  readonly lengths: Int32Array;
}

/** Documents between two pauses: some ten milliseconds of work. */
const DOCUMENTS_A_STEP = 250;

function* countTerms(
  vectors: readonly TermVector[],
): Generator<void, { termNumbers: Map<string, number>; counts: number[] }> {
  const termNumbers = new Map<string, number>();
  const counts: number[] = [];
  for (const [document, { lexemes }] of vectors.entries()) {
    if (document % DOCUMENTS_A_STEP === 0) yield;
    for (const lexeme of lexemes) {
      const number = termNumbers.get(lexeme);
      if (number === undefined) termNumbers.set(lexeme, counts.push(1) - 1);
      else counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  return { termNumbers, counts };
}

/** In steps, so that whoever builds can do other things in between. */
export function* buildPostings(
  vectors: readonly TermVector[],
  { corpus, model }: ScoringContext,
): Generator<void, Postings> {
  const { termNumbers, counts } = yield* countTerms(vectors);
  const starts = new Int32Array(counts.length + 1);
  counts.forEach((count, term) => {
    starts[term + 1] = (starts[term] ?? 0) + count;
  });
  const size = starts[counts.length] ?? 0;
  const documents = new Int32Array(size);
  const frequencies = new Float64Array(size);
  const next = starts.slice();
  for (const [document, vector] of vectors.entries()) {
    if (document % DOCUMENTS_A_STEP === 0) yield;
    const factor = lengthFactor(vector.length, corpus, model.text);
    vector.lexemes.forEach((lexeme, position) => {
      const term = termNumbers.get(lexeme) ?? 0;
      const slot = next[term] ?? 0;
      documents[slot] = document;
      frequencies[slot] = fieldFrequency(vector.body[position] ?? 0, vector.title[position] ?? 0, factor, model.text);
      next[term] = slot + 1;
    });
  }
  const lengths = Int32Array.from(vectors, ({ length }) => length);
  return { termNumbers, starts, documents, frequencies, lengths };
}

/** Frequency of a term in a document, by binary search; 0 where it does not occur. */
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
