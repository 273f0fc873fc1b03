import { awardeeFor } from './awardees';
import { deadlines, type Award, type Deadline, type NoticeDraft, type NoticeTypeCode } from './draft';
import { solicitationNumber } from './numbers';
import { placeFor } from './places';
import type { OfficeKey } from '../offices';
import { cycle, seededRandom } from '../random';
import type { Trade } from './trade';
import { TRADES } from './trades';

/** How many notices of a type are made from templates, and whether their response date still lies ahead. */
const QUOTAS: readonly { readonly type: NoticeTypeCode; readonly open: boolean; readonly count: number }[] = [
  { type: 'k', open: true, count: 62 },
  { type: 'o', open: true, count: 46 },
  { type: 'k', open: false, count: 22 },
  { type: 'o', open: false, count: 14 },
  { type: 'p', open: true, count: 10 },
  { type: 'r', open: true, count: 16 },
  { type: 's', open: true, count: 14 },
  { type: 'a', open: false, count: 76 },
  { type: 'u', open: false, count: 8 },
  { type: 'g', open: true, count: 6 },
  { type: 'i', open: true, count: 3 },
];

const SET_ASIDES = [
  'SBA', '', 'NONE', '', 'SDVOSBC', 'SBA', 'HZC', '', 'SBP', '8A', 'WOSB', 'SBA', '8AN', 'IEE', '', 'NONE', 'EDWOSB', 'LAS', 'SBA', 'VSA',
  'SDVOSBS', '', 'HZS', 'ISBEE', 'NONE', 'WOSBSS', 'BICiv', 'SBA', 'VSS', 'EDWOSBSS', '',
]; // prettier-ignore

/** Programs that only certain departments may use (GSA, Opportunities API, set-aside values). */
const SET_ASIDE_OFFICES: Readonly<Record<string, OfficeKey>> = {
  IEE: 'indianAffairs',
  ISBEE: 'indianAffairs',
  BICiv: 'indianHealth',
  VSA: 'vaSaltLake',
  VSS: 'vaSaltLake',
  LAS: 'femaRegion8',
};

const TYPES_WITH_SET_ASIDE: ReadonlySet<NoticeTypeCode> = new Set(['k', 'o', 'p', 'r']);
const FIRST_SERIAL = 1000;
const SEED = 47;

export function templatedNotices(): NoticeDraft[] {
  const random = seededRandom(SEED);
  return QUOTAS.flatMap(({ type, open, count }) => Array.from({ length: count }, () => ({ type, open }))).map(
    ({ type, open }, index) => templatedNotice(type, open, index, random),
  );
}

function templatedNotice(type: NoticeTypeCode, open: boolean, index: number, random: () => number): NoticeDraft {
  const trade = cycle(TRADES, index);
  const setAside = TYPES_WITH_SET_ASIDE.has(type) ? cycle(SET_ASIDES, index) : '';
  const office = SET_ASIDE_OFFICES[setAside] ?? cycle(trade.offices, Math.floor(index / TRADES.length));
  const subject = cycle(trade.subjects, Math.floor(random() * trade.subjects.length));
  const place = trade.partsOnly ? {} : placeFor(office, random);
  const postedDaysAgo = (open ? 1 : 40) + Math.floor(random() * 20);
  const number = solicitationNumber(office, type, FIRST_SERIAL + index);
  return {
    key: `templated-${index}`,
    title: trade.partsOnly ? `${trade.psc}--${subject}` : [subject, place.city].filter(Boolean).join(', '),
    solicitationNumber: type === 's' ? '' : number,
    office,
    type,
    setAside,
    naics: trade.naics,
    psc: trade.psc,
    place,
    postedDaysAgo,
    deadline: responseDeadline(type, open, random),
    description: describe(trade, subject, index, random),
    ...(type === 'a' && { award: awardFor(trade, number, index, postedDaysAgo, random) }),
  };
}

function responseDeadline(type: NoticeTypeCode, open: boolean, random: () => number): Deadline {
  if (type === 'a' || type === 'u') return deadlines.blank;
  const days = open ? 3 + Math.floor(random() * 42) : -2 - Math.floor(random() * 25);
  return deadlines.utah(days, cycle(['10:00:00', '12:00:00', '14:00:00', '16:30:00'], Math.floor(random() * 4)));
}

function describe(trade: Trade, subject: string, index: number, random: () => number): string {
  const quantity = 5 + Math.floor(random() * 400);
  const task = Math.floor(random() * trade.tasks.length);
  const work = `The contractor shall ${cycle(trade.tasks, task)}, ${cycle(trade.tasks, task + 1)} and ${cycle(trade.tasks, task + 2)}.`;
  if (trade.partsOnly) {
    const stockNumber = `${trade.psc}${String(30 + (index % 60))}01${String(1000000 + index * 7919).slice(0, 7)}`;
    return `Proposed procurement of ${subject}, NSN ${stockNumber}, quantity ${quantity} each, delivery within ${30 + (quantity % 150)} days. ${work}`;
  }
  return `${subject}: ${work} ${cycle(CLOSINGS, Math.floor(random() * CLOSINGS.length))}`;
}

const CLOSINGS = [
  'One base year and four option years are planned.',
  'Award goes to the lowest priced technically acceptable offer.',
  'A site visit is recommended; directions follow in an amendment.',
  'Questions are due seven days before the response date.',
  'Offerors must be registered in SAM at the time of the offer.',
];

function awardFor(trade: Trade, number: string, index: number, postedDaysAgo: number, random: () => number): Award {
  return {
    number,
    daysAgo: postedDaysAgo + 1,
    amount: (8_000 + random() * 900_000).toFixed(2),
    awardee: awardeeFor(trade.naics, index),
  };
}
