export interface ReportedRejection {
  readonly rowNumber: number;
  readonly noticeId: string | null;
  readonly code: string;
  readonly message: string;
}

export const REJECTION_HEADER = 'row,noticeId,code,reason\r\n';

/** One line of the report. A value that a spreadsheet would take for a formula is made text. */
export const rejectionLine = ({ rowNumber, noticeId, code, message }: ReportedRejection): string =>
  `${[String(rowNumber), noticeId ?? '', code, message].map(cell).join(',')}\r\n`;

const cell = (value: string): string => {
  const text = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
