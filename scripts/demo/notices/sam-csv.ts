/** Columns of the daily SAM.gov extract "Contract Opportunities", in its order and spelling. */
export const SAM_COLUMNS = [
  'NoticeId',
  'Title',
  'Sol#',
  'Department/Ind.Agency',
  'CGAC',
  'Sub-Tier',
  'FPDS Code',
  'Office',
  'AAC Code',
  'PostedDate',
  'Type',
  'BaseType',
  'ArchiveType',
  'ArchiveDate',
  'SetASideCode',
  'SetASide',
  'ResponseDeadLine',
  'NaicsCode',
  'ClassificationCode',
  'PopStreetAddress',
  'PopCity',
  'PopState',
  'PopZip',
  'PopCountry',
  'Active',
  'AwardNumber',
  'AwardDate',
  'Award$',
  'Awardee',
  'PrimaryContactTitle',
  'PrimaryContactFullname',
  'PrimaryContactEmail',
  'PrimaryContactPhone',
  'PrimaryContactFax',
  'SecondaryContactTitle',
  'SecondaryContactFullname',
  'SecondaryContactEmail',
  'SecondaryContactPhone',
  'SecondaryContactFax',
  'OrganizationType',
  'State',
  'City',
  'ZipCode',
  'CountryCode',
  'AdditionalInfoLink',
  'Link',
  'Description',
] as const;

export type SamColumn = (typeof SAM_COLUMNS)[number];
export type SamRow = Readonly<Partial<Record<SamColumn, string>>>;

/** Bytes 0x80–0x9F of Windows-1252, where it differs from Latin-1 (WHATWG Encoding Standard, index windows-1252). */
const WINDOWS_1252_EXTRAS: ReadonlyMap<string, number> = new Map(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((character, index) => [character, 0x80 + index]),
);

/** A replacement character reaches the extract as its three UTF-8 bytes, spoilt by a system further up. */
const REPLACEMENT_CHARACTER = [0xef, 0xbf, 0xbd];

export function encodeWindows1252(text: string): Buffer {
  return Buffer.from([...text].flatMap(encodeCharacter));
}

function encodeCharacter(character: string): number[] {
  if (character === '\ufffd') return REPLACEMENT_CHARACTER;
  const extra = WINDOWS_1252_EXTRAS.get(character);
  if (extra !== undefined) return [extra];
  const code = character.codePointAt(0) ?? 0;
  if (code > 0xff) throw new Error(`no Windows-1252 byte for ${JSON.stringify(character)}`);
  return [code];
}

/** One file in the form of RFC 4180: CRLF after every record, quotes only where a field needs them. */
export function toCsv(rows: readonly SamRow[]): string {
  const records = rows.map((row) => SAM_COLUMNS.map((column) => quote(row[column] ?? '')).join(','));
  return [SAM_COLUMNS.join(','), ...records].map((record) => `${record}\r\n`).join('');
}

function quote(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
