import { saturatedFrequency } from '../text/bm25';
import type { QueryTerm } from '../text/bm25';
import type { OpportunityIndex } from './opportunity-index';

/** BM25 sums and matched words of all opportunities for one set of words. */
export interface TextSums {
  readonly sums: Float64Array;
  readonly matched: Uint16Array;
}

/** Adds in the order of the query, as the single form does, so that the sums are equal to the last bit. */
export function textSums(query: readonly QueryTerm[], { postings, context }: OpportunityIndex): TextSums {
  const { k1 } = context.model.text;
  const sums = new Float64Array(postings.lengths.length);
  const matched = new Uint16Array(postings.lengths.length);
  for (const { lexeme, weight } of query) {
    const term = postings.termNumbers.get(lexeme);
    if (term === undefined) continue;
    const end = postings.starts[term + 1] ?? 0;
    for (let slot = postings.starts[term] ?? 0; slot < end; slot += 1) {
      const document = postings.documents[slot] ?? 0;
      const share = weight * saturatedFrequency(postings.frequencies[slot] ?? 0, k1);
      sums[document] = (sums[document] ?? 0) + share;
      matched[document] = (matched[document] ?? 0) + 1;
    }
  }
  return { sums, matched };
}
