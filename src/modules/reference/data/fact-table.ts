import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A checked-in table: comment lines that name `source` and `asOf`, a line of column names, then tab-separated rows. */
export interface FactTable {
  readonly source: string;
  readonly asOf: string;
  readonly rows: readonly FactRow[];
}

export type FactRow = (column: string) => string;

export function parseFactTable(text: string): FactTable {
  const lines = text.split('\n').filter((line) => line !== '');
  const notes = lines.filter((line) => line.startsWith('# '));
  const [header = '', ...rows] = lines.slice(notes.length);
  const positions = new Map(header.split('\t').map((column, position) => [column, position]));
  return {
    source: note(notes, 'source'),
    asOf: note(notes, 'asOf'),
    rows: rows.map((line) => rowOf(positions, line.split('\t'))),
  };
}

function rowOf(positions: ReadonlyMap<string, number>, cells: readonly string[]): FactRow {
  return (column) => {
    const value = cells[positions.get(column) ?? -1];
    if (value === undefined)
      throw new Error(`A reference table has no value in column ${column}: ${cells.join(' | ')}`);
    return value;
  };
}

function note(notes: readonly string[], name: string): string {
  const prefix = `# ${name}: `;
  const line = notes.find((candidate) => candidate.startsWith(prefix));
  if (line === undefined) throw new Error(`A reference table does not say its ${name}`);
  return line.slice(prefix.length);
}

export function readFactTable(file: string): FactTable {
  const bytes = readFileSync(join(__dirname, file));
  return parseFactTable((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
}
