import type { OfficeKey } from '../offices';
import type { NoticeTypeCode, Place } from './draft';

/** What an author writes about a notice; number, dates and the rest are computed. */
export interface WrittenNotice {
  readonly title: string;
  readonly office: OfficeKey;
  readonly type: NoticeTypeCode;
  /** Absent: the notice does not say. */
  readonly setAside?: string;
  readonly naics: string;
  readonly psc: string;
  readonly place?: Place;
  /** Days until the response is due. */
  readonly due: number;
  readonly description: string;
}
