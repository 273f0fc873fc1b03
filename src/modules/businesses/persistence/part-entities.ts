import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { BusinessParts, PartKind } from '../domain/business-parts';
import { BusinessAddressEntity } from './business-address.entity';
import { BusinessNaicsCodeEntity } from './business-naics-code.entity';
import { BusinessPscCodeEntity } from './business-psc-code.entity';
import { BusinessServiceEntity } from './business-service.entity';
import { CageCodeEntity } from './cage-code.entity';
import { CertificationEntity } from './certification.entity';
import { LicenceEntity } from './licence.entity';
import { PastPerformanceEntity } from './past-performance.entity';
import { SizeRecordEntity } from './size-record.entity';

export type PartRow<Kind extends PartKind> = BusinessParts[Kind] & ObjectLiteral & { businessId: string };

type PartEntities = { [Kind in PartKind]: EntityTarget<PartRow<Kind>> };

export const partEntities: PartEntities = {
  'naics-codes': BusinessNaicsCodeEntity,
  'psc-codes': BusinessPscCodeEntity,
  'cage-codes': CageCodeEntity,
  certifications: CertificationEntity,
  licences: LicenceEntity,
  addresses: BusinessAddressEntity,
  services: BusinessServiceEntity,
  'past-performance': PastPerformanceEntity,
  'size-history': SizeRecordEntity,
};
