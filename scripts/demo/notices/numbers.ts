import type { NoticeTypeCode } from './draft';
import { OFFICES, type OfficeKey } from '../offices';

const FISCAL_YEAR = '27';

/** Letter of the instrument in a procurement identification number (FAR 4.1603): quotation, proposal or contract. */
const INSTRUMENTS: Partial<Record<NoticeTypeCode, string>> = { k: 'Q', a: 'C', g: 'B' };

/** An invented number in the form of FAR 4.1603: office, fiscal year, instrument, serial. */
export function solicitationNumber(office: OfficeKey, type: NoticeTypeCode, serial: number): string {
  return `${OFFICES[office].aac}${FISCAL_YEAR}${INSTRUMENTS[type] ?? 'R'}${String(serial).padStart(4, '0')}`;
}

/** The same number as another clerk would type it: `FA820127Q0012` becomes `FA8201-27-Q-0012`. */
export function punctuated(number: string): string {
  return number.replace(/^(\w{6})(\d{2})([A-Z])(\d{4})$/, '$1-$2-$3-$4');
}
