import type { ImportRemark } from './imported-business';

/** What the entries of one cell came to. */
export interface CodeList<Entry> {
  readonly entries: readonly Entry[];
  readonly remarks: readonly ImportRemark[];
  /** Why the row cannot be taken. */
  readonly problems: readonly string[];
}

interface CodeListRules<Entry> {
  readonly column: string;
  /** What an entry has to be; ends the sentence "entry 3 is no …". */
  readonly expected: string;
  /** Entries that a profile holds at most. */
  readonly most: number;
  readonly read: (text: string) => Entry | undefined;
  readonly codeOf: (entry: Entry) => string;
  /** Which of two entries of one code stays; undefined where they contradict each other. The earlier one by default. */
  readonly merge?: (earlier: Entry, later: Entry) => Entry | undefined;
}

/** Entries between separators, without blank ones. */
export const splitList = (cell: string, separator: string): readonly string[] =>
  cell
    .split(separator)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/**
 * Reads the entries of a cell, each code once and none left out: an entry that is no code costs the row. Problems name the
 * place and not the text, because anything may stand in a cell that was filled by mistake, a tax number for example.
 */
export const readCodes = <Entry>(texts: readonly string[], rules: CodeListRules<Entry>): CodeList<Entry> => {
  const entries = new Map<string, Entry>();
  const remarks: ImportRemark[] = [];
  const problems: string[] = [];
  const add = (entry: Entry): void => {
    const code = rules.codeOf(entry);
    const earlier = entries.get(code);
    if (earlier === undefined) {
      entries.set(code, entry);
      return;
    }
    const merged = rules.merge ? rules.merge(earlier, entry) : earlier;
    if (merged === undefined) problems.push(`${rules.column}: ${code} is listed twice, in different ways.`);
    else entries.set(code, merged);
    remarks.push({ code: 'duplicate-code', message: `${rules.column}: ${code} is listed more than once; kept once.` });
  };
  texts.forEach((text, index) => {
    const entry = rules.read(text);
    if (entry === undefined) problems.push(`${rules.column}: entry ${index + 1} is no ${rules.expected}.`);
    else add(entry);
  });
  if (entries.size > rules.most) {
    problems.push(`${rules.column}: ${entries.size} entries are more than the ${rules.most} that a profile holds.`);
  }
  return { entries: [...entries.values()], remarks, problems };
};
