import type { CertificationProgram, ProgramCode } from './certification-program';
import type { NaicsCode } from './naics';
import type { NoticeTypeCode, NoticeTypeFact } from './notice-type';
import type { PscCode } from './psc';
import type { SetAside, SetAsideCode } from './set-aside';
import type { SizeStandard } from './size-standard';
import type { UtahCounty } from './utah-county';
import type { ZipPlace } from './zip-place';

/** All reference facts in memory, for rules that must not wait for a database. Immutable; shared by everyone. */
export interface ReferenceFacts {
  readonly naics: ReadonlyMap<string, NaicsCode>;
  readonly psc: ReadonlyMap<string, PscCode>;
  /** By NAICS code: the base standard and its exceptions, of every table held. Ask them with `sizeStandardsOn`. */
  readonly sizeStandards: ReadonlyMap<string, readonly SizeStandard[]>;
  readonly programs: ReadonlyMap<ProgramCode, CertificationProgram>;
  readonly setAsides: ReadonlyMap<SetAsideCode, SetAside>;
  readonly noticeTypes: ReadonlyMap<NoticeTypeCode, NoticeTypeFact>;
  /** By FIPS code. */
  readonly counties: ReadonlyMap<string, UtahCounty>;
  /** By five-digit ZIP code; ZIP+4 is accepted. */
  zip(text: string | null | undefined): ZipPlace | undefined;
}
