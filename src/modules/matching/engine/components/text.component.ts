import type { PreparedBusiness } from '../prepared-business';
import type { ScoringContext } from '../scoring-model';
import { saturatedFrequency, textEvidence, textValue } from '../text/bm25';
import type { DocumentTerms } from '../text/bm25';
import { fit } from './fit';
import type { Fit } from './fit';

const MOST_WORDS_NAMED = 5;

/** Numbers count, but people recognise words: numbers are named last. */
const isNumber = (word: string): boolean => !/\p{L}/u.test(word);

function reasonOf({ query }: PreparedBusiness, document: DocumentTerms, { model }: ScoringContext): string {
  const matched = query
    .map(({ lexeme, word, weight }) => ({
      word,
      share: weight * saturatedFrequency(document.frequency(lexeme), model.text.k1),
    }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => Number(isNumber(a.word)) - Number(isNumber(b.word)) || b.share - a.share);
  if (matched.length === 0) return 'None of your telling words appears.';
  const named = matched
    .slice(0, MOST_WORDS_NAMED)
    .map(({ word }) => word)
    .join(', ');
  const rest = matched.length > MOST_WORDS_NAMED ? ' and others' : '';
  return matched.length === 1
    ? `One of your words appears: ${named}.`
    : `${matched.length} of your words appear: ${named}${rest}.`;
}

/** Both sides have words at all; whether any of them match is the value, not the presence. */
const hasText = ({ features }: PreparedBusiness, document: DocumentTerms): boolean =>
  features.terms.length > 0 && document.length > 0;

/** The words of services, capabilities and past work against title and description, rare words counting more (BM25). */
export function textFit(business: PreparedBusiness, document: DocumentTerms, context: ScoringContext): Fit | null {
  if (!hasText(business, document)) return null;
  const { sum, matched } = textEvidence(business.query, document, context.model.text);
  return fit(textValue(sum, matched, context.model.text), reasonOf(business, document, context));
}
