import { deadlines, type NoticeDraft } from './draft';
import { cycle } from '../random';

/** One way in which real extracts are untidy, and how many notices get it. */
interface Mess {
  readonly count: number;
  readonly when?: (draft: NoticeDraft) => boolean;
  /** `nth` counts down to 1. */
  readonly change: (draft: NoticeDraft, nth: number) => Partial<NoticeDraft>;
}

const isBiddable = ({ type }: NoticeDraft): boolean => type === 'k' || type === 'o';
const isOpenBiddable = (draft: NoticeDraft): boolean =>
  isBiddable(draft) &&
  draft.deadline.form === 'offset' &&
  draft.deadline.zone === 'America/Denver' &&
  draft.deadline.days > 0;
const daysLeft = ({ deadline }: NoticeDraft): number => (deadline.form === 'blank' ? 0 : deadline.days);
const isPart = ({ title }: NoticeDraft): boolean => /^\d\d--/.test(title);

const ZONES = ['Asia/Tokyo', 'Europe/Berlin', 'America/New_York', 'Pacific/Honolulu', 'America/Phoenix'];

const DEADLINE_MESSES: readonly Mess[] = [
  {
    count: 15,
    when: isOpenBiddable,
    change: (draft, nth) => ({
      deadline: deadlines.offset(daysLeft(draft), '17:00:00', cycle(ZONES, nth)),
    }),
  },
  { count: 16, when: isOpenBiddable, change: (draft) => ({ deadline: deadlines.dateOnly(daysLeft(draft)) }) },
  { count: 5, when: isOpenBiddable, change: (draft) => ({ deadline: deadlines.noZone(daysLeft(draft), '16:00:00') }) },
  { count: 4, when: isOpenBiddable, change: () => ({ deadline: deadlines.blank }) },
  { count: 3, when: isOpenBiddable, change: ({ postedDaysAgo }) => ({ deadline: deadlines.utah(-postedDaysAgo - 3) }) },
  { count: 3, when: isOpenBiddable, change: (_, nth) => ({ deadline: deadlines.utah(500 + 400 * nth) }) },
];

const CODE_MESSES: readonly Mess[] = [
  { count: 8, when: (draft) => !isBiddable(draft), change: () => ({ naics: '' }) },
  {
    count: 8,
    when: ({ naics }) => naics.length === 6,
    change: ({ naics }, nth) => ({ naics: naics.slice(0, 2 + (nth % 4)) }),
  },
  { count: 6, when: (draft) => !isBiddable(draft) && !isPart(draft), change: () => ({ psc: '' }) },
  {
    count: 12,
    when: ({ psc, title }) => /^\d{4}$/.test(psc) && !title.includes('--'),
    change: ({ psc, title }) => ({ psc: psc.slice(0, 2), title: `${psc.slice(0, 2)}--${title.toUpperCase()}` }),
  },
  {
    count: 10,
    when: ({ psc, title }) => /^[A-Z]/.test(psc) && !title.includes('--'),
    change: ({ psc, title }) => ({ title: `${psc[0] ?? ''}--${title}` }),
  },
  { count: 7, when: (draft) => isBiddable(draft) && draft.setAside === 'SBA', change: () => ({ setAside: '["SBA"]' }) },
];

const PLACE_MESSES: readonly Mess[] = [
  {
    count: 4,
    when: isPart,
    change: () => ({ office: 'armyEurope', place: { city: 'Ramstein', state: 'DE-RP', zip: '66877', country: 'DEU' } }),
  },
  { count: 4, when: isPart, change: () => ({ place: { city: 'N/A', state: 'N/A', country: 'USA' } }) },
  {
    count: 10,
    when: ({ place }) => place.state === 'UT',
    change: ({ place: { city } }) => ({ place: { city, country: 'USA' } }),
  },
  {
    count: 5,
    when: ({ place }) => place.state === 'UT',
    change: ({ place }) => ({ place: { state: place.state, country: 'USA' } }),
  },
];

const TEXT_MESSES: readonly Mess[] = [
  { count: 40, change: ({ title }) => ({ title: title.toUpperCase() }) },
  { count: 24, change: () => ({ postedWithoutMilliseconds: true }) },
  { count: 16, change: ({ description }) => ({ description: description.replaceAll('. ', '.\r\n\r\n') }) },
  { count: 12, change: ({ description }) => ({ description: toHtml(description) }) },
  {
    count: 14,
    change: ({ description }) => ({
      description: `${description} The buyer’s point of contact – José Núñez – answers “technical” questions; see § 5 of the résumé form.`,
    }),
  },
  {
    count: 6,
    when: ({ description, type }) => type !== 'a' && description.includes('The contractor'),
    change: ({ description }) => ({
      description: description.replace('The contractor', 'The Government\ufffds contractor'),
    }),
  },
  {
    count: 5,
    change: (_, nth) => ({
      link: `https://api.sam.example/opportunities/v1/resources/${nth}?api_key=INVENTED-KEY-${nth}&fmt=pdf`,
    }),
  },
  { count: 30, when: ({ type }) => type === 'a' || type === 'u', change: () => ({ description: '' }) },
  { count: 4, when: (draft) => isBiddable(draft) && isPart(draft), change: () => ({ description: '' }) },
];

const MESSES: readonly Mess[] = [...DEADLINE_MESSES, ...CODE_MESSES, ...PLACE_MESSES, ...TEXT_MESSES];

/** Strides that share no factor with the number of templated notices, so that every one is visited once. */
const START_STRIDE = 37;
const STEP_STRIDE = 11;

/** Spreads every kind of mess over the notices, always over the same ones. */
export function withMesses(drafts: readonly NoticeDraft[]): NoticeDraft[] {
  return MESSES.reduce((current, mess, index) => spread(current, mess, index * START_STRIDE), [...drafts]);
}

function spread(drafts: readonly NoticeDraft[], mess: Mess, start: number): NoticeDraft[] {
  const result = [...drafts];
  let left = mess.count;
  for (let step = 0; step < drafts.length && left > 0; step++) {
    const position = (start + step * STEP_STRIDE) % drafts.length;
    const draft = drafts[position];
    if (!draft || (mess.when && !mess.when(draft))) continue;
    result[position] = { ...draft, ...mess.change(draft, left) };
    left--;
  }
  return result;
}

function toHtml(text: string): string {
  const sentences = text.split('. ').map((sentence) => `<li>${sentence.replaceAll('&', '&amp;')}</li>`);
  return `<p><strong>Scope&nbsp;of work</strong></p>\r\n<ul>${sentences.join('')}</ul><br/>`;
}
