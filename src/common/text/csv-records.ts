/** A record of a CSV file, or what is known of one that cannot be read. */
export type CsvRecord =
  | { readonly fields: readonly string[] }
  | { readonly problem: 'quote-not-closed' | 'record-too-long'; readonly start: string };

type Scan =
  | { readonly kind: 'record'; readonly fields: string[]; readonly next: number }
  | { readonly kind: 'open'; readonly inQuotes: boolean };

/** Far beyond any notice. In UTF-16 units. */
const LONGEST_RECORD = 4_000_000;
const START_SHOWN = 200;
const COMMA = 44;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const QUOTE = 34;
/** A cell as RFC 4180 has it: every quote in it is doubled. */
const STRICT_CELL = '(?:"[^"]*(?:""[^"]*)*"|[^",\\r\\n]*)';
const STRICT_RECORD = new RegExp(`^${STRICT_CELL}(?:,${STRICT_CELL})*\\r?\\n?$`);
/** The beginning of such a record whose last cell goes on. */
const STRICT_BEGINNING = new RegExp(`^(?:${STRICT_CELL},)*"[^"]*(?:""[^"]*)*"?$`);

/**
 * Splits CSV text (RFC 4180, quoted line breaks included) into records, tolerating quotes that were not doubled. The first
 * one names the columns. A quote that is never closed costs the records up to the next line that `startsRecord` recognises,
 * or only its own line where none does; a record that is RFC 4180 to the letter and has every column is one, whatever the
 * lines of its cells look like: who writes a description does not write rows of the file that it is exported to. Hand-written for that: csv-parse 7 drops the rest of the file without a word once such a record exceeds
 * `max_record_size`, and without that limit keeps it all in memory.
 *
 * @param startsRecord global expression for a line feed and the beginning of a record after it
 * @param longest a longer record means that a quote was never closed; in UTF-16 units
 */
export async function* readCsvRecords(
  chunks: AsyncIterable<string>,
  startsRecord: RegExp,
  longest = LONGEST_RECORD,
): AsyncGenerator<CsvRecord> {
  const splitter = new CsvSplitter(startsRecord, longest);
  for await (const chunk of chunks) {
    splitter.add(chunk);
    for (let record = splitter.next(); record; record = splitter.next()) yield record;
  }
  splitter.end();
  for (let record = splitter.next(); record; record = splitter.next()) yield record;
}

class CsvSplitter {
  private text = '';
  private position = 0;
  private ended = false;
  private insideLostLine = false;
  private columns: number | undefined;

  constructor(
    private readonly startsRecord: RegExp,
    private readonly longest: number,
  ) {}

  add(chunk: string): void {
    this.text = this.text.slice(this.position) + chunk;
    this.position = 0;
  }

  end(): void {
    this.ended = true;
  }

  /** The next record, or undefined until more text has been added. */
  next(): CsvRecord | undefined {
    this.skipLostLine();
    this.skipBlankLines();
    if (this.position >= this.text.length) return undefined;
    const scan = this.scan(this.position);
    if (scan.kind === 'record') return this.take(scan.fields, scan.next);
    if (scan.inQuotes) {
      const resume = this.recordStartAfter(this.position, this.text.length);
      if (resume !== undefined && !this.mayYetClose()) return this.giveUp('quote-not-closed', resume);
    }
    const tooLong = this.text.length - this.position > this.longest;
    if (!tooLong && !this.ended) return undefined;
    this.insideLostLine = true;
    return this.giveUp(tooLong ? 'record-too-long' : 'quote-not-closed', this.position);
  }

  private skipLostLine(): void {
    if (!this.insideLostLine) return;
    const lineEnd = this.text.indexOf('\n', this.position);
    this.insideLostLine = lineEnd < 0;
    this.position = lineEnd < 0 ? this.text.length : lineEnd + 1;
  }

  private skipBlankLines(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.position);
      if (code !== LINE_FEED && code !== CARRIAGE_RETURN) return;
      this.position += 1;
    }
  }

  /** A record that has swallowed the beginning of another one had a quote too many or too few, if it is not strict. */
  private take(fields: string[], next: number): CsvRecord {
    const swallowed = fields.some((value) => value.includes('\n'))
      ? this.recordStartAfter(this.position, next)
      : undefined;
    if (swallowed !== undefined && !this.isStrict(fields, next)) return this.giveUp('quote-not-closed', swallowed);
    this.columns ??= fields.length;
    this.position = next;
    return { fields };
  }

  private isStrict({ length }: readonly string[], next: number): boolean {
    return length === this.columns && STRICT_RECORD.test(this.text.slice(this.position, next));
  }

  /** Whether a quote that is open so far may be closed by text that is still to come. */
  private mayYetClose(): boolean {
    if (this.ended || this.text.length - this.position > this.longest) return false;
    return STRICT_BEGINNING.test(this.text.slice(this.position));
  }

  private giveUp(problem: 'quote-not-closed' | 'record-too-long', resumeAt: number): CsvRecord {
    const start = this.text.slice(this.position, this.position + START_SHOWN);
    this.position = resumeAt;
    return { problem, start };
  }

  private recordStartAfter(from: number, to: number): number | undefined {
    this.startsRecord.lastIndex = from;
    const match = this.startsRecord.exec(this.text);
    return match && match.index + 1 < to ? match.index + 1 : undefined;
  }

  private scan(start: number): Scan {
    const fields: string[] = [];
    let at = start;
    let lineEnd = -2;
    for (;;) {
      let end: number;
      if (this.text.charCodeAt(at) === QUOTE) {
        const closing = this.closingQuote(at + 1);
        if (closing < 0) return { kind: 'open', inQuotes: true };
        fields.push(this.text.slice(at + 1, closing).replaceAll('""', '"'));
        end = closing + 1;
      } else {
        if (lineEnd !== -1 && lineEnd < at) lineEnd = this.text.indexOf('\n', at);
        end = this.fieldEnd(at, lineEnd);
        if (end < 0) return { kind: 'open', inQuotes: false };
        fields.push(this.text.slice(at, end));
      }
      if (this.text.charCodeAt(end) === COMMA) at = end + 1;
      else return { kind: 'record', fields, next: this.afterLineBreak(end) };
    }
  }

  /** Where the closing quote of a field is; a quote that neither a quote, a comma nor a line end follows is text. */
  private closingQuote(from: number): number {
    for (let at = this.text.indexOf('"', from); at >= 0; at = this.text.indexOf('"', at)) {
      if (at + 1 >= this.text.length) return this.ended ? at : -1;
      const following = this.text.charCodeAt(at + 1);
      if (following === COMMA || following === LINE_FEED || following === CARRIAGE_RETURN) return at;
      at += following === QUOTE ? 2 : 1;
    }
    return -1;
  }

  /** Where an unquoted field ends: before a comma, a line break or the end of the file; -1 when that is still to come. */
  private fieldEnd(from: number, lineEnd: number): number {
    const comma = this.text.indexOf(',', from);
    if (comma >= 0 && (lineEnd < 0 || comma < lineEnd)) return comma;
    if (lineEnd < 0) return this.ended ? this.text.length : -1;
    return lineEnd > from && this.text.charCodeAt(lineEnd - 1) === CARRIAGE_RETURN ? lineEnd - 1 : lineEnd;
  }

  private afterLineBreak(at: number): number {
    const feed = this.text.charCodeAt(at) === CARRIAGE_RETURN ? at + 1 : at;
    return this.text.charCodeAt(feed) === LINE_FEED ? feed + 1 : feed;
  }
}
