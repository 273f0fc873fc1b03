import type { TextModel } from '../scoring-model';
import type { CorpusStatistics } from './corpus';
import type { TermVector } from './term-vector';

/** A word a business uses, with its say before rarity is counted in. */
export interface QueryTerm {
  readonly lexeme: string;
  /** The word as people write it, for reasons. */
  readonly word: string;
  readonly weight: number;
}

/** The words of one document as the sum needs them, from a vector or from an index. */
export interface DocumentTerms {
  readonly length: number;
  /** Occurrences, those in the title boosted; 0 where the lexeme is missing. */
  frequency(lexeme: string): number;
}

/** BM25 sum and how many words took part in it. */
export interface TextEvidence {
  readonly sum: number;
  readonly matched: number;
}

/** Robertson and Spärck Jones, in the form that never turns negative. */
export const inverseDocumentFrequency = (documents: number, containing: number): number =>
  Math.log(1 + (documents - containing + 0.5) / (containing + 0.5));

/** The length part of BM25's denominator. */
export const lengthNorm = (length: number, { averageLength }: CorpusStatistics, { k1, b }: TextModel): number =>
  k1 * (1 - b + (averageLength === 0 ? b : (b * length) / averageLength));

/** Grows with the frequency, up to k1 + 1. */
export const saturatedFrequency = (frequency: number, norm: number, k1: number): number =>
  (frequency * (k1 + 1)) / (frequency + norm);

export const boostedFrequency = (body: number, title: number, { titleBoost }: TextModel): number =>
  body + title * titleBoost;

/** Value of a sum: 0 for none, one half at the saturation, never quite 1; less where few words carry it. */
export const textValue = (sum: number, matched: number, { saturation, fullEvidence }: TextModel): number =>
  (sum / (sum + saturation)) * Math.min(1, matched / fullEvidence);

/**
 * Counts rarity into the weights and keeps the most telling terms, in an order that depends on nothing but the terms,
 * so that the sums come out equal to the last bit wherever they are computed.
 */
export function weighTerms(terms: readonly QueryTerm[], corpus: CorpusStatistics, model: TextModel): QueryTerm[] {
  const mostDocuments = corpus.documents * model.genericShare;
  return terms
    .flatMap((term) => {
      const containing = corpus.documentFrequency.get(term.lexeme) ?? 0;
      // In a handful of documents every word looks generic.
      if (term.lexeme === '' || containing > Math.max(mostDocuments, 10)) return [];
      return [{ ...term, weight: term.weight * inverseDocumentFrequency(corpus.documents, containing) }];
    })
    .sort((a, b) => b.weight - a.weight || (a.lexeme < b.lexeme ? -1 : 1))
    .slice(0, model.mostTerms);
}

export function documentTerms(vector: TermVector, model: TextModel): DocumentTerms {
  const positions = new Map(vector.lexemes.map((lexeme, position) => [lexeme, position]));
  return {
    length: vector.length,
    frequency: (lexeme) => {
      const position = positions.get(lexeme);
      if (position === undefined) return 0;
      return boostedFrequency(vector.body[position] ?? 0, vector.title[position] ?? 0, model);
    },
  };
}

export function textEvidence(
  query: readonly QueryTerm[],
  document: DocumentTerms,
  corpus: CorpusStatistics,
  model: TextModel,
): TextEvidence {
  const norm = lengthNorm(document.length, corpus, model);
  let sum = 0;
  let matched = 0;
  for (const { lexeme, weight } of query) {
    const frequency = document.frequency(lexeme);
    if (frequency === 0) continue;
    sum += weight * saturatedFrequency(frequency, norm, model.k1);
    matched += 1;
  }
  return { sum, matched };
}
