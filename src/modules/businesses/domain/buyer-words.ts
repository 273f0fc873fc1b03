/** Initials, whether or not the last has its dot: `U.S.`, `U.S`. */
const INITIALS = /(?<![\p{L}\p{M}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])/gu;

/** As lists sort them: `VETERANS AFFAIRS, DEPARTMENT OF`, `INTERIOR, DEPT. OF THE`. */
const INVERTED = /^(.+),\s*(?:(?:US\.?|UNITED STATES)\s+)?DEP(?:ARTMENT|T\.?)\s+OF(?:\s+THE)?\s*$/u;

/** Every federal department is one of the United States. */
const NATION = /^(?:THE\s+)?(?:US\.?|UNITED STATES)\s+(?=DEP(?:ARTMENT|T\.?)\s+OF\s)/u;

/**
 * The words of a buyer's name in capitals, however it is written: `INTERIOR, DEPARTMENT OF THE` and `Dept. of the Interior`
 * have the same. Empty for a name without a word.
 */
export function buyerWords(name: string): readonly string[] {
  const inOrder = name
    .toUpperCase()
    .normalize('NFC')
    .replace(INITIALS, (initials) => initials.replaceAll('.', ''))
    .replace(NATION, '')
    .replace(INVERTED, 'DEPARTMENT OF $1');
  const words = inOrder.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  return words.filter((word) => word !== 'THE').map((word) => (word === 'DEPT' ? 'DEPARTMENT' : word));
}
