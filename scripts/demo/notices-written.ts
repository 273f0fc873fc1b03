import { deadlines, NO_PLACE, type NoticeDraft, type NoticeTypeCode, type Place } from './notices-draft';
import { solicitationNumber } from './notices-numbers';
import { SUPPLY_NOTICES } from './notices-written-supplies';
import { TECHNOLOGY_NOTICES } from './notices-written-technology';
import { WORKS_NOTICES } from './notices-written-works';
import type { OfficeKey } from './offices';

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

/** Notices written one by one to suit the demo businesses; all of them are open. */
export function writtenNotices(): NoticeDraft[] {
  return [...TECHNOLOGY_NOTICES, ...WORKS_NOTICES, ...SUPPLY_NOTICES].map(
    ({ due, setAside, place, ...notice }, index) => ({
      ...notice,
      key: `written-${index}`,
      solicitationNumber: solicitationNumber(notice.office, notice.type, index),
      setAside: setAside ?? '',
      place: place ?? NO_PLACE,
      postedDaysAgo: 2 + (index % 12),
      deadline: deadlines.utah(due),
    }),
  );
}
