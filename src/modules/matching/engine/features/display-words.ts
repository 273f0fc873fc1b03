/** Letters and digits, joined by what joins them inside a word (`node.js`, `help-desk`); `c++` and `c#` keep their ending. */
const wordsOf = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.'’_-][\p{L}\p{N}]+)*[+#]*/gu) ?? [];

/** A stem ends where the word's endings begin, and English stemming turns a final y into i. */
const belongsTo = (word: string, lexeme: string): boolean =>
  word.startsWith(lexeme) || (lexeme.endsWith('i') && word.startsWith(`${lexeme.slice(0, -1)}y`));

/** For every lexeme the shortest word of the text that it can stand for, else the lexeme itself. */
export function displayWords(text: string, lexemes: readonly string[]): ReadonlyMap<string, string> {
  const byStart = new Map<string, string[]>();
  for (const word of new Set(wordsOf(text))) {
    const start = word.slice(0, 2);
    const group = byStart.get(start);
    if (group) group.push(word);
    else byStart.set(start, [word]);
  }
  return new Map(
    lexemes.map((lexeme) => {
      const [shortest] = (byStart.get(lexeme.slice(0, 2)) ?? [])
        .filter((word) => belongsTo(word, lexeme))
        .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
      return [lexeme, shortest ?? lexeme];
    }),
  );
}
