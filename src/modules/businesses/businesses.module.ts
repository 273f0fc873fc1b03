import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReferenceModule } from '../reference';
import { BusinessCertificationsController } from './http/business-certifications.controller';
import { BusinessNaicsCodesController } from './http/business-naics-codes.controller';
import { BusinessPastPerformanceController } from './http/business-past-performance.controller';
import { BusinessPscCodesController } from './http/business-psc-codes.controller';
import { BusinessServicesController } from './http/business-services.controller';
import { BusinessesController } from './http/businesses.controller';
import { BusinessEntity } from './persistence/business.entity';
import { BusinessNaicsCodeEntity } from './persistence/business-naics-code.entity';
import { BusinessPartsRepository } from './persistence/business-parts.repository';
import { BusinessPscCodeEntity } from './persistence/business-psc-code.entity';
import { BusinessServiceEntity } from './persistence/business-service.entity';
import { BusinessesReadModel } from './persistence/businesses.read-model';
import { BusinessesRepository } from './persistence/businesses.repository';
import { CertificationEntity } from './persistence/certification.entity';
import { PastPerformanceEntity } from './persistence/past-performance.entity';
import { BusinessFactsChecker } from './service/business-facts.checker';
import { BusinessPartsService } from './service/business-parts.service';
import { BusinessesService } from './service/businesses.service';
import { OwnerDeletion } from './service/owner-deletion.listener';

const entities = [
  BusinessEntity,
  BusinessNaicsCodeEntity,
  BusinessPscCodeEntity,
  CertificationEntity,
  BusinessServiceEntity,
  PastPerformanceEntity,
];

@Module({
  imports: [ReferenceModule, TypeOrmModule.forFeature(entities)],
  controllers: [
    BusinessesController,
    BusinessNaicsCodesController,
    BusinessPscCodesController,
    BusinessCertificationsController,
    BusinessServicesController,
    BusinessPastPerformanceController,
  ],
  providers: [
    BusinessesService,
    BusinessPartsService,
    BusinessFactsChecker,
    BusinessesRepository,
    BusinessPartsRepository,
    BusinessesReadModel,
    OwnerDeletion,
  ],
  exports: [BusinessesService],
})
export class BusinessesModule {}
