import type { EntityTarget, ObjectLiteral } from 'typeorm';
import {
  noticeTypeDataset,
  programDataset,
  readNaicsCodes,
  readPscCodes,
  readSizeStandards,
  readUtahCounties,
  readZipPlaces,
  setAsideDataset,
} from '../data/datasets';
import type { Dataset, DatasetName } from '../domain/dataset';
import { CertificationProgramEntity } from '../persistence/certification-program.entity';
import { NaicsCodeEntity } from '../persistence/naics-code.entity';
import { NoticeTypeEntity } from '../persistence/notice-type.entity';
import { PscCodeEntity } from '../persistence/psc-code.entity';
import { SetAsideEntity } from '../persistence/set-aside.entity';
import { SizeStandardEntity } from '../persistence/size-standard.entity';
import { UtahCountyEntity } from '../persistence/utah-county.entity';
import { ZipCodeEntity } from '../persistence/zip-code.entity';

/** A table of facts, and how to come by what belongs into it. */
export interface ReferenceTable {
  readonly name: DatasetName;
  readonly entity: EntityTarget<ObjectLiteral>;
  readonly read: () => Dataset<object>;
}

/** In an order in which each table refers only to earlier ones. */
export const referenceTables: readonly ReferenceTable[] = [
  { name: 'naics_codes', entity: NaicsCodeEntity, read: readNaicsCodes },
  { name: 'psc_codes', entity: PscCodeEntity, read: readPscCodes },
  { name: 'size_standards', entity: SizeStandardEntity, read: readSizeStandards },
  { name: 'certification_programs', entity: CertificationProgramEntity, read: () => programDataset },
  { name: 'set_asides', entity: SetAsideEntity, read: () => setAsideDataset },
  { name: 'notice_types', entity: NoticeTypeEntity, read: () => noticeTypeDataset },
  { name: 'utah_counties', entity: UtahCountyEntity, read: readUtahCounties },
  { name: 'zip_codes', entity: ZipCodeEntity, read: readZipPlaces },
];
