export const noticeTypeCodes = ['o', 'k', 'p', 'r', 's', 'i', 'a', 'u', 'g'] as const;
export type NoticeTypeCode = (typeof noticeTypeCodes)[number];

/**
 * What a business does with such a notice: bid, send a capability statement (which shapes the set-aside to come), watch
 * it, learn from it, or nothing at all because the government sells instead of buying.
 */
export const noticeActions = ['apply', 'respond', 'watch', 'learn', 'exclude'] as const;
export type NoticeAction = (typeof noticeActions)[number];

/** Values of the OCDS 1.1 codelists `tenderStatus` and `releaseTag` to which notices map. */
export const ocdsTenderStatuses = ['planning', 'planned', 'active', 'complete'] as const;
export type OcdsTenderStatus = (typeof ocdsTenderStatuses)[number];
export const ocdsReleaseTags = ['planning', 'tender', 'award'] as const;
export type OcdsReleaseTag = (typeof ocdsReleaseTags)[number];

/** What a notice announces. */
export interface NoticeTypeFact {
  readonly code: NoticeTypeCode;
  readonly name: string;
  /** As the daily extract of SAM.gov writes it. */
  readonly samLabel: string;
  /** Offers may be made on it, as long as its deadline has not passed. */
  readonly biddable: boolean;
  readonly action: NoticeAction;
  /** Null where OCDS has no stage for it. */
  readonly ocdsTenderStatus: OcdsTenderStatus | null;
  readonly ocdsReleaseTag: OcdsReleaseTag | null;
  readonly source: string;
}

export const NOTICE_TYPES_AS_OF = '2026-08-01';

const SOURCE = 'GSA opportunities-api.md; OCDS 1.1';

export const noticeTypes: readonly NoticeTypeFact[] = [
  {
    code: 'o',
    name: 'Solicitation',
    samLabel: 'Solicitation',
    biddable: true,
    action: 'apply',
    ocdsTenderStatus: 'active',
    ocdsReleaseTag: 'tender',
    source: SOURCE,
  },
  {
    code: 'k',
    name: 'Combined synopsis and solicitation',
    samLabel: 'Combined Synopsis/Solicitation',
    biddable: true,
    action: 'apply',
    ocdsTenderStatus: 'active',
    ocdsReleaseTag: 'tender',
    source: SOURCE,
  },
  {
    code: 'p',
    name: 'Presolicitation',
    samLabel: 'Presolicitation',
    biddable: false,
    action: 'watch',
    ocdsTenderStatus: 'planned',
    ocdsReleaseTag: 'planning',
    source: SOURCE,
  },
  {
    code: 'r',
    name: 'Sources sought',
    samLabel: 'Sources Sought',
    biddable: false,
    action: 'respond',
    ocdsTenderStatus: 'planning',
    ocdsReleaseTag: 'planning',
    source: SOURCE,
  },
  {
    code: 's',
    name: 'Special notice',
    samLabel: 'Special Notice',
    biddable: false,
    action: 'watch',
    ocdsTenderStatus: null,
    ocdsReleaseTag: null,
    source: SOURCE,
  },
  {
    code: 'i',
    name: 'Intent to consolidate or bundle requirements',
    samLabel: 'Consolidate/(Substantially) Bundle',
    biddable: false,
    action: 'learn',
    ocdsTenderStatus: null,
    ocdsReleaseTag: null,
    source: SOURCE,
  },
  {
    code: 'a',
    name: 'Award notice',
    samLabel: 'Award Notice',
    biddable: false,
    action: 'learn',
    ocdsTenderStatus: 'complete',
    ocdsReleaseTag: 'award',
    source: SOURCE,
  },
  {
    code: 'u',
    name: 'Justification',
    samLabel: 'Justification',
    biddable: false,
    action: 'learn',
    ocdsTenderStatus: null,
    ocdsReleaseTag: null,
    source: SOURCE,
  },
  {
    code: 'g',
    name: 'Sale of surplus property',
    samLabel: 'Sale of Surplus Property',
    biddable: false,
    action: 'exclude',
    ocdsTenderStatus: null,
    ocdsReleaseTag: null,
    source: SOURCE,
  },
];

const CODE_BY_SPELLING: ReadonlyMap<string, NoticeTypeCode> = new Map(
  noticeTypes.flatMap(({ code, samLabel }) => [[code, code] as const, [samLabel.toLowerCase(), code] as const]),
);

/** The code for a letter or a label of SAM.gov, whatever its case; undefined for blank, unknown and retired ones. */
export function parseNoticeType(text: string | null | undefined): NoticeTypeCode | undefined {
  return CODE_BY_SPELLING.get((text ?? '').trim().toLowerCase());
}
