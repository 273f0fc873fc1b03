import type {
  BusinessFeatures,
  OpportunityFeatures,
  PastWork,
} from '../../src/modules/matching/engine/features/features';
import { currentModel } from '../../src/modules/matching/engine/models/current-model';
import type { CodeRelations, ScoringContext } from '../../src/modules/matching/engine/scoring-model';
import type { QueryTerm } from '../../src/modules/matching/engine/text/bm25';
import { corpusOf } from '../../src/modules/matching/engine/text/corpus';
import type { TermVector } from '../../src/modules/matching/engine/text/term-vector';
import { loadReferenceFacts } from '../../src/modules/reference/data/load-reference-facts';
import { naicsRelation } from '../../src/modules/reference/domain/naics';
import { pscRelation } from '../../src/modules/reference/domain/psc';

/** The checked-in reference facts, without a database. */
export const referenceFacts = loadReferenceFacts;

export const codeRelations: CodeRelations = { naics: naicsRelation, psc: pscRelation };

/** A vector of plain words; those before `|` are the title. */
export function vectorOf(text: string): TermVector {
  const [title = '', body = ''] = text.includes('|') ? text.split('|') : ['', text];
  const counts = new Map<string, { title: number; body: number }>();
  const add = (words: string, part: 'title' | 'body'): void => {
    for (const word of words.toLowerCase().split(/\s+/).filter(Boolean)) {
      const count = counts.get(word) ?? { title: 0, body: 0 };
      count[part] += 1;
      counts.set(word, count);
    }
  };
  add(title, 'title');
  add(body, 'body');
  const entries = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    lexemes: entries.map(([lexeme]) => lexeme),
    title: entries.map(([, count]) => count.title),
    body: entries.map(([, count]) => count.body),
    length: entries.reduce((length, [, count]) => length + count.title + count.body, 0),
  };
}

export const termsOf = (text: string): QueryTerm[] =>
  vectorOf(text).lexemes.map((lexeme) => ({ lexeme, word: lexeme, weight: 1 }));

export const aBusiness = (given: Partial<BusinessFeatures> = {}): BusinessFeatures => ({
  terms: [],
  naicsCodes: [],
  pscCodes: [],
  home: null,
  serves: { isNational: false, states: [], countyFips: [] },
  pastWork: [],
  comfort: null,
  ...given,
});

export const aPastWork = (given: Partial<PastWork> = {}): PastWork => ({
  title: 'Help desk for Hill Air Force Base',
  buyer: null,
  naicsCode: null,
  pscCode: null,
  terms: [],
  valueUsd: null,
  ageYears: 0,
  ...given,
});

export const anOpportunity = (given: Partial<OpportunityFeatures> = {}): OpportunityFeatures => ({
  id: 'opportunity',
  naicsCode: null,
  pscCode: null,
  buyer: null,
  place: null,
  estimatedValueUsd: null,
  dueAt: null,
  terms: vectorOf(''),
  ...given,
});

/** Scoring with the current model; word rarity from the given opportunities. */
export const contextOf = (opportunities: readonly OpportunityFeatures[] = []): ScoringContext => ({
  model: currentModel,
  corpus: corpusOf(opportunities.map(({ terms }) => terms)),
  relations: codeRelations,
});
