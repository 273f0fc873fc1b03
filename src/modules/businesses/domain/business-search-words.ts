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

const PUNCTUATION = /^["'(]+|["').,;:!?]+$/g;

/** The words of a question, each once, without the marks of a sentence round them. */
export const searchWords = (q: string): readonly SearchWord[] => {
  const words = q
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(PUNCTUATION, '') || word)
    .filter((word) => word !== '');
  return [...new Set(words)].map((text) => ({
    text,
    isPlain: PLAIN.test(text),
    mayBeMisspelt: MISSPELT.test(text),
  }));
};
