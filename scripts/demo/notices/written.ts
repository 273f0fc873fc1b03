import { deadlines, NO_PLACE, type NoticeDraft } from './draft';
import { solicitationNumber } from './numbers';
import { SUPPLY_NOTICES } from './written-supplies';
import { TECHNOLOGY_NOTICES } from './written-technology';
import { WORKS_NOTICES } from './written-works';

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
