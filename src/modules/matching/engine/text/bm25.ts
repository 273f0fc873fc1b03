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
  /** As `fieldFrequency` says; 0 where the lexeme is missing. */
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

/** How much longer than usual a document is: what its text says once counts for less by that. */
export const lengthFactor = (length: number, { averageLength }: CorpusStatistics, { b }: TextModel): number =>
  1 - b + (averageLength === 0 ? b : (b * length) / averageLength);

/**
 * Occurrences of a word over both fields (BM25F, Robertson, Zaragoza and Taylor 2004): text is discounted by its length,
 * a title is short whatever follows it and says what the notice is about.
 */
export const fieldFrequency = (body: number, title: number, factor: number, { titleBoost }: TextModel): number =>
  body / factor + title * titleBoost;

/** Grows with the frequency, up to k1 + 1. */
export const saturatedFrequency = (frequency: number, k1: number): number => (frequency * (k1 + 1)) / (frequency + k1);

/** Value of a sum: 0 for none, one half at the saturation, never quite 1; less where few words carry it. */
export const textValue = (sum: number, matched: number, { saturation, fullEvidence }: TextModel): number =>
  (sum / (sum + saturation)) * Math.min(1, matched / fullEvidence);

/** In a handful of documents every word looks generic. */
const LEAST_GENERIC = 10;

/**
 * Counts rarity into the weights, from nothing for a generic word upwards, and keeps the most telling terms, in an order
 * that depends on nothing but the terms, so that the sums come out equal to the last bit wherever they are computed.
 */
export function weighTerms(terms: readonly QueryTerm[], corpus: CorpusStatistics, model: TextModel): QueryTerm[] {
  const { documents, documentFrequency } = corpus;
  const generic = inverseDocumentFrequency(documents, Math.max(documents * model.genericShare, LEAST_GENERIC));
  return terms
    .flatMap((term) => {
      const rarity = inverseDocumentFrequency(documents, documentFrequency.get(term.lexeme) ?? 0) - generic;
      return term.lexeme === '' || rarity <= 0 ? [] : [{ ...term, weight: term.weight * rarity }];
    })
    .sort((a, b) => b.weight - a.weight || (a.lexeme < b.lexeme ? -1 : 1))
    .slice(0, model.mostTerms);
}

export function documentTerms(vector: TermVector, corpus: CorpusStatistics, model: TextModel): DocumentTerms {
  const factor = lengthFactor(vector.length, corpus, model);
  const positions = new Map(vector.lexemes.map((lexeme, position) => [lexeme, position]));
  return {
    length: vector.length,
    frequency: (lexeme) => {
      const position = positions.get(lexeme);
      if (position === undefined) return 0;
      return fieldFrequency(vector.body[position] ?? 0, vector.title[position] ?? 0, factor, model);
    },
  };
}

export function textEvidence(query: readonly QueryTerm[], document: DocumentTerms, model: TextModel): TextEvidence {
  let sum = 0;
  let matched = 0;
  for (const { lexeme, weight } of query) {
    const frequency = document.frequency(lexeme);
    if (frequency === 0) continue;
    sum += weight * saturatedFrequency(frequency, model.k1);
    matched += 1;
  }
  return { sum, matched };
}
