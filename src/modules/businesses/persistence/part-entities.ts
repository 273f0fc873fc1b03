import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { BusinessParts, PartKind } from '../domain/business-parts';
import { BusinessNaicsCodeEntity } from './business-naics-code.entity';
import { BusinessPscCodeEntity } from './business-psc-code.entity';
import { BusinessServiceEntity } from './business-service.entity';
import { CertificationEntity } from './certification.entity';
import { PastPerformanceEntity } from './past-performance.entity';

export type PartRow<Kind extends PartKind> = BusinessParts[Kind] & ObjectLiteral & { businessId: string };

type PartEntities = { [Kind in PartKind]: EntityTarget<PartRow<Kind>> };

export const partEntities: PartEntities = {
  'naics-codes': BusinessNaicsCodeEntity,
  'psc-codes': BusinessPscCodeEntity,
  certifications: CertificationEntity,
  services: BusinessServiceEntity,
  'past-performance': PastPerformanceEntity,
};
