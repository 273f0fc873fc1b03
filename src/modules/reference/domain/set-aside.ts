import type { ProgramCode } from './certification-program';

export const setAsideCodes = [
  'SBA',
  'SBP',
  '8A',
  '8AN',
  'HZC',
  'HZS',
  'SDVOSBC',
  'SDVOSBS',
  'WOSB',
  'WOSBSS',
  'EDWOSB',
  'EDWOSBSS',
  'LAS',
  'IEE',
  'ISBEE',
  'BICiv',
  'VSA',
  'VSS',
  'NONE',
] as const;
export type SetAsideCode = (typeof setAsideCodes)[number];

export const setAsideFamilies = [
  'small-business',
  '8a',
  'hubzone',
  'sdvosb',
  'wosb',
  'edwosb',
  'vosb',
  'indian',
  'local-area',
  'none',
] as const;
export type SetAsideFamily = (typeof setAsideFamilies)[number];

/** For whom a notice reserves its contract. A notice without a code is unknown, which is not `NONE`. */
export interface SetAside {
  readonly code: SetAsideCode;
  readonly name: string;
  readonly family: SetAsideFamily;
  /** Meant for one firm that the agency has already named: worth knowing, not open to bids. */
  readonly soleSource: boolean;
  /** Only a part is reserved and anyone may bid on the rest, so it bars nobody. */
  readonly partial: boolean;
  /** Small under the NAICS code of the notice (13 CFR 121.402). */
  readonly requiresSmall: boolean;
  /** Any one of these suffices; empty where none is needed. */
  readonly acceptedPrograms: readonly ProgramCode[];
  /** A firm whose application to the certifier is pending may already bid. */
  readonly pendingAccepted: boolean;
  readonly source: string;
  readonly note: string | null;
}

const CODE_BY_CAPITALS: ReadonlyMap<string, SetAsideCode> = new Map(
  setAsideCodes.map((code) => [code.toUpperCase(), code]),
);

/** The code in a notice's field, which may come as `["SBA"]`. Matches whole codes only; undefined for blank and unknown ones. */
export function parseSetAside(text: string | null | undefined): SetAsideCode | undefined {
  const bare = (text ?? '').replace(/^[\s["']+|[\s\]"']+$/g, '');
  return CODE_BY_CAPITALS.get(bare.toUpperCase());
}
