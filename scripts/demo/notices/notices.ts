import { demoDay } from '../demo-day';
import type { NoticeDraft } from './draft';
import { familyNotices } from './families';
import { withMesses } from './messes';
import { toSamRow } from './row';
import { templatedNotices } from './templated';
import { writtenNotices } from './written';
import type { SamRow } from './sam-csv';

const FAMILY_PLAN = {
  amended: 22,
  amendedTwice: 4,
  amendedWithPunctuation: 6,
  presolicited: 10,
  sought: 6,
  awardedAfterPresolicitation: 6,
};

/** One number that unrelated awards share, as some multiple-award vehicles do: grouping must not join them blindly. */
const SHARED_VEHICLE_NUMBER = '47PH0823R0001';
const SHARED_VEHICLE_AWARDS = 5;

/** Four hundred invented notices, the same ones for every moment of a Utah day. */
export function demoNotices(today: Date): SamRow[] {
  const written = writtenNotices();
  const templated = withVehicleAwards(withMesses(templatedNotices()));
  const biddable = [...written, ...templated].filter(({ type }) => type === 'k' || type === 'o');
  const families = familyNotices(biddable.filter(isOpen), biddable.filter(isClosed), FAMILY_PLAN);
  const day = demoDay(today);
  return [...written, ...templated, ...families]
    .map((draft) => withOriginalType(draft, families))
    .sort((a, b) => b.postedDaysAgo - a.postedDaysAgo || (a.key < b.key ? -1 : 1))
    .map((draft) => toSamRow(draft, day));
}

function isOpen({ deadline }: NoticeDraft): boolean {
  return deadline.form === 'offset' && deadline.days > 0;
}

function isClosed({ deadline, postedDaysAgo }: NoticeDraft): boolean {
  return deadline.form === 'offset' && deadline.days < 0 && -deadline.days < postedDaysAgo;
}

/** The base type of a solicitation is that of the notice which announced it. */
function withOriginalType(draft: NoticeDraft, families: readonly NoticeDraft[]): NoticeDraft {
  const announcement = families.find(({ key }) => key === `${draft.key}-p` || key === `${draft.key}-r`);
  return announcement ? { ...draft, baseType: announcement.type } : draft;
}

function withVehicleAwards(drafts: readonly NoticeDraft[]): NoticeDraft[] {
  const vehicle = new Set(drafts.filter(({ type }) => type === 'a').slice(0, SHARED_VEHICLE_AWARDS));
  return drafts.map((draft) => (vehicle.has(draft) ? { ...draft, solicitationNumber: SHARED_VEHICLE_NUMBER } : draft));
}
