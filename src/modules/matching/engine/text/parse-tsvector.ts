import type { TermVector } from './term-vector';

const QUOTE = "'";

/** The lexeme that starts after the opening quote at `start`, and the position after its closing quote. */
function readLexeme(text: string, start: number): { lexeme: string; end: number } {
  let lexeme = '';
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at);
    const escaped = character === '\\' || (character === QUOTE && text.charAt(at + 1) === QUOTE);
    if (character === QUOTE && !escaped) return { lexeme, end: at + 1 };
    if (escaped) at += 1;
    lexeme += text.charAt(at);
  }
  throw new SyntaxError('A lexeme of the tsvector has no closing quote.');
}

/** Weights B and C mark numbers and names of the buyer: what is bought is told by title (A) and text (D, which is not written). */
const isAside = (position: string): boolean => position.endsWith('B') || position.endsWith('C');

/** Positions are `3A,12,40B`; a lexeme without any (a stripped vector) occurs once. */
function countPositions(positions: string): { title: number; body: number } {
  if (positions === '') return { title: 0, body: 1 };
  const all = positions.slice(1).split(',');
  const title = all.filter((position) => position.endsWith('A')).length;
  return { title, body: all.length - title - all.filter(isAside).length };
}

/**
 * Reads title and text from PostgreSQL's text form of a `tsvector`: `'cloud':3A,12 'it''s':5`. Weight A marks the title.
 * Throws SyntaxError on anything else.
 */
export function parseTsvector(text: string): TermVector {
  const lexemes: string[] = [];
  const body: number[] = [];
  const title: number[] = [];
  let length = 0;
  let at = 0;
  while (at < text.length) {
    if (text.charAt(at) === ' ') {
      at += 1;
      continue;
    }
    if (text.charAt(at) !== QUOTE) throw new SyntaxError(`A lexeme of the tsvector must start with a quote, at ${at}.`);
    const { lexeme, end } = readLexeme(text, at + 1);
    const blank = text.indexOf(' ', end);
    const next = blank === -1 ? text.length : blank;
    const count = countPositions(text.slice(end, next));
    at = next;
    if (count.body + count.title === 0) continue;
    lexemes.push(lexeme);
    body.push(count.body);
    title.push(count.title);
    length += count.body + count.title;
  }
  return { lexemes, body, title, length };
}
