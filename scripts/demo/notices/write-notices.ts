import { writeFile } from 'node:fs/promises';
import { demoNotices } from './notices';
import { encodeWindows1252, toCsv } from './sam-csv';

/** Writes the invented notices as an official extract would look: 47 columns, RFC 4180, Windows-1252. */
export async function writeDemoNotices(path: string, today: Date): Promise<void> {
  await writeFile(path, encodeWindows1252(toCsv(demoNotices(today))));
}
