/** Columns of the daily SAM.gov extract, in its order. */
export const SAM_COLUMNS = (
  'NoticeId,Title,Sol#,Department/Ind.Agency,CGAC,Sub-Tier,FPDS Code,Office,AAC Code,PostedDate,Type,BaseType,ArchiveType,ArchiveDate,' +
  'SetASideCode,SetASide,ResponseDeadLine,NaicsCode,ClassificationCode,PopStreetAddress,PopCity,PopState,PopZip,PopCountry,Active,' +
  'AwardNumber,AwardDate,Award$,Awardee,PrimaryContactTitle,PrimaryContactFullname,PrimaryContactEmail,PrimaryContactPhone,' +
  'PrimaryContactFax,SecondaryContactTitle,SecondaryContactFullname,SecondaryContactEmail,SecondaryContactPhone,SecondaryContactFax,' +
  'OrganizationType,State,City,ZipCode,CountryCode,AdditionalInfoLink,Link,Description'
).split(',');

export type SamRow = Readonly<Record<string, string>>;

/** 32 hexadecimal digits, as SAM's notice ids are. */
export const samNoticeId = (number: number): string => number.toString(16).padStart(32, '0');

/** A row that becomes a notice; every column can be given another text. */
export const samRow = (number: number, fields: SamRow = {}): SamRow => ({
  NoticeId: samNoticeId(number),
  Title: `Invented notice ${number}`,
  'Sol#': `36C25926Q${String(number).padStart(4, '0')}`,
  'Department/Ind.Agency': 'VETERANS AFFAIRS, DEPARTMENT OF',
  PostedDate: '2026-04-24 23:24:04.649-04',
  Type: 'Solicitation',
  State: 'UT',
  CountryCode: 'USA',
  Description: `Text of the invented notice ${number}.`,
  ...fields,
});

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const samLine = (row: SamRow): string => SAM_COLUMNS.map((column) => cell(row[column] ?? '')).join(',');

/** The text of an extract with the given rows. */
export const samExtract = (rows: readonly SamRow[]): string =>
  [SAM_COLUMNS.join(','), ...rows.map(samLine)].join('\n') + '\n';
