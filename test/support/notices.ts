import type { Notice } from '../../src/modules/opportunities/domain/notice';

const NOWHERE = { city: null, state: null, zip: null, country: null };

/** A notice with nothing but what every notice has; the fields that a test is about are given. */
export function aNotice(given: Partial<Notice> = {}): Notice {
  return {
    source: 'sam',
    sourceNoticeId: 'notice-1',
    solicitationNumber: 'W912XX-26-R-0001',
    title: 'Network equipment',
    description: 'Switches and routers for the base.',
    type: 'o',
    baseType: null,
    setAside: null,
    naicsCode: '541512',
    pscCode: 'DA01',
    buyer: { department: 'DEPT OF DEFENSE', subTier: 'DEPT OF THE ARMY', office: 'W6QM MICC', officeCode: 'W912XX' },
    placeOfPerformance: NOWHERE,
    officePlace: NOWHERE,
    postedAt: new Date('2026-04-01T12:00:00Z'),
    responseDeadline: null,
    archiveOn: null,
    award: null,
    contacts: [],
    sourceUrl: null,
    ...given,
  };
}

/** An award notice of the contract with this number. */
export const anAward = (number: string | null, given: Partial<Notice> = {}): Notice =>
  aNotice({ type: 'a', award: { number, date: null, amountUsd: null, awardee: null }, ...given });

/** A deadline in Utah with a known time. */
export const dueAt = (instant: string): Notice['responseDeadline'] => ({
  at: new Date(instant),
  zone: 'America/Denver',
  text: instant,
  dateOnly: false,
});
