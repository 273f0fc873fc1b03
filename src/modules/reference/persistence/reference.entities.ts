import { CertificationProgramEntity } from './certification-program.entity';
import { NaicsCodeEntity } from './naics-code.entity';
import { NoticeTypeEntity } from './notice-type.entity';
import { PscCodeEntity } from './psc-code.entity';
import { ReferenceDatasetEntity } from './reference-dataset.entity';
import { SetAsideEntity } from './set-aside.entity';
import { SizeStandardEntity } from './size-standard.entity';
import { UtahCountyEntity } from './utah-county.entity';
import { ZipCodeEntity } from './zip-code.entity';

export const referenceEntities = [
  NaicsCodeEntity,
  PscCodeEntity,
  SizeStandardEntity,
  CertificationProgramEntity,
  SetAsideEntity,
  NoticeTypeEntity,
  UtahCountyEntity,
  ZipCodeEntity,
  ReferenceDatasetEntity,
];
