import type { SetAside } from './set-aside';

/** Codes of GSA's opportunities-api.md; the labels of SAM.gov cite FAR sections from before part 19 was renumbered in 2025. */
export const SET_ASIDES_AS_OF = '2026-08-01';

const OPEN = {
  soleSource: false,
  partial: false,
  requiresSmall: true,
  acceptedPrograms: [],
  pendingAccepted: false,
} as const;
const SOLE_SOURCE_NOTE = 'Meant for one named firm: market intelligence, not open to bids.';
const SOLE_SOURCE = { ...OPEN, soleSource: true, note: SOLE_SOURCE_NOTE } as const;

const SMALL_BUSINESS_SOURCE = '13 CFR 121.402; FAR part 19';
const EIGHT_A_SOURCE = '13 CFR 124.2, 124.501; FAR part 19';
const HUBZONE_SOURCE = '13 CFR part 126, rule of 17 December 2024 effective 16 January 2025';
const SDVOSB_SOURCE = '13 CFR part 128';
const WOSB_SOURCE = '13 CFR part 127';
const VA_SOURCE = '38 U.S.C. 8127; 13 CFR part 128';
const BUY_INDIAN_SOURCE = 'Buy Indian Act, 25 U.S.C. 47; 48 CFR part 1480';

const smallBusiness: readonly SetAside[] = [
  {
    ...OPEN,
    code: 'SBA',
    name: 'Total Small Business Set-Aside',
    family: 'small-business',
    source: SMALL_BUSINESS_SOURCE,
    note: 'Any firm small under the NAICS code of the notice, represented in SAM.gov; a certification does not replace being small.',
  },
  {
    ...OPEN,
    code: 'SBP',
    name: 'Partial Small Business Set-Aside',
    family: 'small-business',
    partial: true,
    requiresSmall: false,
    source: SMALL_BUSINESS_SOURCE,
    note: 'The reserved portion is for small firms, the rest for anyone.',
  },
  {
    ...OPEN,
    code: 'LAS',
    name: 'Local Area Set-Aside',
    family: 'local-area',
    requiresSmall: false,
    source: 'FAR 26.2',
    note: 'For firms that reside or mainly do business in the declared disaster area.',
  },
];

const eightA: readonly SetAside[] = [
  {
    ...OPEN,
    code: '8A',
    name: '8(a) Competed',
    family: '8a',
    acceptedPrograms: ['8a'],
    source: EIGHT_A_SOURCE,
    note: 'Current participants only; a suspended one gets no new 8(a) award. That a pending application does not count is an inference.',
  },
  {
    ...SOLE_SOURCE,
    code: '8AN',
    name: '8(a) Sole Source',
    family: '8a',
    acceptedPrograms: ['8a'],
    source: EIGHT_A_SOURCE,
  },
];

const hubzone: readonly SetAside[] = [
  {
    ...OPEN,
    code: 'HZC',
    name: 'HUBZone Set-Aside',
    family: 'hubzone',
    acceptedPrograms: ['hubzone'],
    source: HUBZONE_SOURCE,
    note: 'Certified by SBA on the day of the initial offer with price; pending does not count.',
  },
  {
    ...SOLE_SOURCE,
    code: 'HZS',
    name: 'HUBZone Sole Source',
    family: 'hubzone',
    acceptedPrograms: ['hubzone'],
    source: HUBZONE_SOURCE,
  },
];

const veterans: readonly SetAside[] = [
  {
    ...OPEN,
    code: 'SDVOSBC',
    name: 'Service-Disabled Veteran-Owned Small Business Set-Aside',
    family: 'sdvosb',
    acceptedPrograms: ['sdvosb'],
    source: SDVOSB_SOURCE,
    note: 'Certified by SBA VetCert; no new self-certification after 22 December 2024. A VOSB that is no SDVOSB does not qualify.',
  },
  {
    ...SOLE_SOURCE,
    code: 'SDVOSBS',
    name: 'Service-Disabled Veteran-Owned Small Business Sole Source',
    family: 'sdvosb',
    acceptedPrograms: ['sdvosb'],
    source: SDVOSB_SOURCE,
  },
  {
    ...OPEN,
    code: 'VSA',
    name: 'Veteran-Owned Small Business Set-Aside (Department of Veterans Affairs)',
    family: 'vosb',
    acceptedPrograms: ['vosb', 'sdvosb'],
    source: VA_SOURCE,
    note: 'Certified by SBA VetCert. That an SDVOSB is a VOSB and that pending does not count are inferences.',
  },
  {
    ...SOLE_SOURCE,
    code: 'VSS',
    name: 'Veteran-Owned Small Business Sole Source (Department of Veterans Affairs)',
    family: 'vosb',
    acceptedPrograms: ['vosb', 'sdvosb'],
    source: VA_SOURCE,
  },
];

const women: readonly SetAside[] = [
  {
    ...OPEN,
    code: 'WOSB',
    name: 'Women-Owned Small Business Set-Aside',
    family: 'wosb',
    acceptedPrograms: ['wosb', 'edwosb'],
    pendingAccepted: true,
    source: WOSB_SOURCE,
    note: 'The NAICS code must be one in which women-owned firms are substantially underrepresented.',
  },
  {
    ...SOLE_SOURCE,
    code: 'WOSBSS',
    name: 'Women-Owned Small Business Sole Source',
    family: 'wosb',
    acceptedPrograms: ['wosb', 'edwosb'],
    pendingAccepted: true,
    source: WOSB_SOURCE,
  },
  {
    ...OPEN,
    code: 'EDWOSB',
    name: 'Economically Disadvantaged Women-Owned Small Business Set-Aside',
    family: 'edwosb',
    acceptedPrograms: ['edwosb'],
    pendingAccepted: true,
    source: WOSB_SOURCE,
    note: 'The NAICS code must be one in which women-owned firms are underrepresented.',
  },
  {
    ...SOLE_SOURCE,
    code: 'EDWOSBSS',
    name: 'Economically Disadvantaged Women-Owned Small Business Sole Source',
    family: 'edwosb',
    acceptedPrograms: ['edwosb'],
    pendingAccepted: true,
    source: WOSB_SOURCE,
  },
];

const indian: readonly SetAside[] = [
  {
    ...OPEN,
    code: 'IEE',
    name: 'Indian Economic Enterprise Set-Aside (Department of the Interior, Indian Health Service)',
    family: 'indian',
    requiresSmall: false,
    acceptedPrograms: ['iee'],
    source: BUY_INDIAN_SOURCE,
    note: 'Represented in the offer, through the whole contract. That firms of any size qualify is an inference.',
  },
  {
    ...OPEN,
    code: 'ISBEE',
    name: 'Indian Small Business Economic Enterprise Set-Aside (Department of the Interior, Indian Health Service)',
    family: 'indian',
    acceptedPrograms: ['iee'],
    source: BUY_INDIAN_SOURCE,
    note: 'An Indian economic enterprise that is also small.',
  },
  {
    ...OPEN,
    code: 'BICiv',
    name: 'Buy Indian Set-Aside (Department of Health and Human Services, Indian Health Service)',
    family: 'indian',
    requiresSmall: false,
    acceptedPrograms: ['iee'],
    source: 'Buy Indian Act, 25 U.S.C. 47; 48 CFR part 326',
    note: 'Represented in the offer. That firms of any size qualify is an inference.',
  },
];

const unrestricted: SetAside = {
  ...OPEN,
  code: 'NONE',
  name: 'No set-aside used',
  family: 'none',
  requiresSmall: false,
  source: 'FAR part 6',
  note: 'Stated to be unrestricted. A blank field is not this: it is unknown.',
};

export const setAsides: readonly SetAside[] = [
  ...smallBusiness,
  ...eightA,
  ...hubzone,
  ...veterans,
  ...women,
  ...indian,
  unrestricted,
];
