import { escapeLike, type SqlConditions } from '../../../infra/database';
import type { SearchWord } from '../domain/business-search-words';

/** Expressions of indexes (see the migrations): spelt otherwise, nothing serves them. */
const names = (row: string): string => `lower(${row}.company_name || ' ' || coalesce(${row}.dba_name, ''))`;
const describedBy = (row: string): string =>
  `${row}.company_name || ' ' || coalesce(${row}.dba_name, '') || ' ' || coalesce(${row}.description, '')`;
const offeredBy = (row: string): string => `${row}.title || ' ' || coalesce(${row}.description, '')`;

const stemsOf = (text: string): string => `to_tsvector('english', ${text})`;
const stem = (words: string): string => `plainto_tsquery('english', ${words})`;

/**
 * One condition for each word: it is a part of a name, or names, description or a service hold it in any of its forms.
 * A word that nobody in sight uses finds names that are spelt alike; whoever is out of sight must not count, because then
 * the answer would tell of them.
 * @param inSight condition on a row of businesses under this alias
 */
export const wordConditions = (
  words: readonly SearchWord[],
  inSight: (alias: string) => string,
  conditions: SqlConditions,
): readonly string[] => {
  const plain = words.filter(({ isPlain }) => isPlain).map(({ text }) => text);
  const allPlain = plain.length > 0 ? conditions.parameter(plain.join(' ')) : '';
  return words.map(({ text, isPlain, mayBeMisspelt }) => {
    const word = conditions.parameter(text);
    const pattern = conditions.parameter(`%${escapeLike(text)}%`);
    const uses = usesOf({ word, pattern, isPlain, allPlain });
    if (!mayBeMisspelt) return `(${uses('business')})`;
    return `(${uses('business')}
      OR NOT EXISTS (SELECT FROM businesses firm WHERE ${inSight('firm')} AND (${uses('firm')}))
         AND business.id IN (SELECT alike.id FROM businesses alike WHERE ${names('alike')} %>> ${word}))`;
  });
};

interface WordSql extends Pick<SearchWord, 'isPlain'> {
  /** Placeholders: the word, the pattern of it in a text, and all plain words of the question. */
  readonly word: string;
  readonly pattern: string;
  readonly allPlain: string;
}

/** Other words than plain ones are also compared as typed: `100%` is not the number 100. */
const usesOf = ({ word, pattern, isPlain, allPlain }: WordSql): ((alias: string) => string) => {
  const holds = (text: string): string =>
    `${stemsOf(text)} @@ ${deferred(stem(word))}${isPlain ? '' : ` AND lower(${text}) LIKE ${pattern}`}`;
  // Stop words have no stem. Beside other words they ask for nothing; alone they are looked for in names.
  const isBeside = isPlain ? ` OR numnode(${stem(word)}) = 0 AND numnode(${stem(allPlain)}) > 0` : '';
  return (alias) => `${names(alias)} LIKE ${pattern}
      OR ${alias}.id IN (SELECT described.id FROM businesses described WHERE ${holds(describedBy('described'))})
      OR ${alias}.id IN (SELECT service.business_id FROM business_services service WHERE ${holds(offeredBy('service'))})
      ${isBeside}`;
};

/** Where the planner knows how common a word is, it may read every row and find the stems anew: far slower than the index. */
const deferred = (query: string): string => `(SELECT ${query})`;
