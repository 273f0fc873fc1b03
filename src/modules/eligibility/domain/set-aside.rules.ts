import type { NoticeSource } from '../../opportunities';
import type { ProgramCode, SetAsideFamily } from '../../reference';
import type { RuleText } from './gate';

/** The rule behind each family of set-asides. Sections of FAR part 19 are not cited: they were renumbered in 2025. */
export const FAMILY_RULES: Readonly<Record<SetAsideFamily, RuleText>> = {
  'small-business': {
    rule: 'set-aside.small-business',
    version: '2013-12-31',
    source: '15 U.S.C. 644; 13 CFR 125.2, 121.402',
  },
  '8a': { rule: 'set-aside.8a', version: '2023-05-30', source: '13 CFR 124.2, 124.305, 124.507' },
  // Certified at the initial offer with price; a pending application does not count.
  hubzone: { rule: 'set-aside.hubzone', version: '2025-01-16', source: '13 CFR 126.601' },
  // The last self-certifications ended with applications of 22 December 2024.
  sdvosb: { rule: 'set-aside.sdvosb', version: '2024-12-23', source: '13 CFR 128.401' },
  // A pending application counts; an EDWOSB may bid where WOSBs may, not the other way round.
  wosb: { rule: 'set-aside.wosb', version: '2025-01-03', source: '13 CFR 127.503, 127.504' },
  edwosb: { rule: 'set-aside.edwosb', version: '2025-01-03', source: '13 CFR 127.503, 127.504' },
  vosb: { rule: 'set-aside.vosb-va', version: '2023-01-01', source: '38 U.S.C. 8127; 13 CFR 128.401' },
  'local-area': { rule: 'set-aside.local-area', version: '2006-10-04', source: '42 U.S.C. 5150; FAR 26.2' },
  indian: { rule: 'set-aside.indian', version: '2020-12-30', source: '25 U.S.C. 47 (Buy Indian Act)' },
  none: { rule: 'set-aside.unrestricted', version: '2011-01-04', source: '41 U.S.C. 3301; FAR part 6' },
};

export const PARTIAL: RuleText = {
  rule: 'set-aside.partial-small-business',
  version: '2013-12-31',
  source: '15 U.S.C. 644; 13 CFR 125.2',
};

export const SOLE_SOURCE: RuleText = {
  rule: 'set-aside.sole-source',
  version: '2011-01-04',
  source: '41 U.S.C. 3304; FAR part 6',
};

export const UNRECOGNISED: RuleText = {
  rule: 'set-aside.unrecognised',
  version: '2026-08-01',
  source: 'GSA Get Opportunities API, set-aside codes',
};

const NOT_STATED_FEDERAL: RuleText = {
  rule: 'set-aside.not-stated',
  version: '2026-08-01',
  source: 'GSA Get Opportunities API, set-aside codes',
};

const NOT_STATED_UTAH: RuleText = {
  rule: 'set-aside.not-stated',
  version: '2013-05-01',
  source: 'Utah Code 63G-6a (Utah Procurement Code)',
};

export const notStatedRule = (source: NoticeSource): RuleText =>
  source === 'sam' ? NOT_STATED_FEDERAL : NOT_STATED_UTAH;

/** Short names for sentences. */
export const PROGRAM_LABELS: Readonly<Record<ProgramCode, string>> = {
  '8a': '8(a)',
  hubzone: 'HUBZone',
  wosb: 'WOSB',
  edwosb: 'EDWOSB',
  sdvosb: 'SDVOSB',
  vosb: 'VOSB',
  iee: 'Indian Economic Enterprise',
  sdb: 'SDB',
  dbe: 'DBE',
};
