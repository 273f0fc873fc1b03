/** One word of a question. */
export interface SearchWord {
  /** In small letters, as it was typed. */
  readonly text: string;
  /** Letters and digits alone, also with hyphens between: may be looked for by its stem. Others are looked for as typed. */
  readonly isPlain: boolean;
  /** Where nobody uses the word, one that is spelt alike will do. Short words and numbers are alike too easily. */
  readonly mayBeMisspelt: boolean;
}

const PLAIN = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u;
const MISSPELT = /^\p{L}{5,}$/u;

/** Looking for words that are spelt alike reads all names: not for more than so many words of a question. */
const MOST_MISSPELT = 4;

const PUNCTUATION = /^["'(]+|["').,;:!?]+$/g;

/** The words of a question, each once, without the marks of a sentence round them. */
export const searchWords = (q: string): readonly SearchWord[] => {
  const words = q
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(PUNCTUATION, '') || word)
    .filter((word) => word !== '');
  let misspelt = 0;
  return [...new Set(words)].map((text) => {
    const mayBeMisspelt = MISSPELT.test(text) && misspelt < MOST_MISSPELT;
    if (mayBeMisspelt) misspelt += 1;
    return { text, isPlain: PLAIN.test(text), mayBeMisspelt };
  });
};
