import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit';
import { MailModule } from '../mail';
import { ReferenceModule } from '../reference';
import { UsersModule } from '../users';
import { BusinessesController } from './http/businesses.controller';
import { ClaimDecisionsController } from './http/claim-decisions.controller';
import { ClaimsController } from './http/claims.controller';
import { BusinessImportsController } from './http/business-imports.controller';
import { ExportBusinessesController } from './http/export-businesses.controller';
import { partControllers } from './http/parts';
import { VerificationController } from './http/verification.controller';
import { BusinessAddressEntity } from './persistence/business-address.entity';
import { BusinessEntity } from './persistence/business.entity';
import { BusinessImportFindingEntity } from './persistence/business-import-finding.entity';
import { BusinessImportProfilesRepository } from './persistence/business-import-profiles.repository';
import { BusinessImportRunEntity } from './persistence/business-import-run.entity';
import { BusinessImportRunsRepository } from './persistence/business-import-runs.repository';
import { BusinessNaicsCodeEntity } from './persistence/business-naics-code.entity';
import { BusinessPartsRepository } from './persistence/business-parts.repository';
import { BusinessPscCodeEntity } from './persistence/business-psc-code.entity';
import { BusinessServiceEntity } from './persistence/business-service.entity';
import { BusinessesReadModel } from './persistence/businesses.read-model';
import { BusinessesRepository } from './persistence/businesses.repository';
import { CageCodeEntity } from './persistence/cage-code.entity';
import { CertificationEntity } from './persistence/certification.entity';
import { ClaimEntity } from './persistence/claim.entity';
import { ClaimsRepository } from './persistence/claims.repository';
import { ExpiryReminderEntity } from './persistence/expiry-reminder.entity';
import { ExpiryRemindersRepository } from './persistence/expiry-reminders.repository';
import { LicenceEntity } from './persistence/licence.entity';
import { PastPerformanceEntity } from './persistence/past-performance.entity';
import { SizeRecordEntity } from './persistence/size-record.entity';
import { VerificationEntity } from './persistence/verification.entity';
import { VerificationsRepository } from './persistence/verifications.repository';
import { BusinessAnnouncer } from './service/business-announcer.service';
import { BusinessFactsChecker } from './service/business-facts.checker';
import { BusinessImportFacts } from './service/business-import-facts.service';
import { BusinessImportRecorder } from './service/business-import-recorder.service';
import { BusinessImportReports } from './service/business-import-reports.service';
import { BusinessPartsService } from './service/business-parts.service';
import { BusinessSearchService } from './service/business-search.service';
import { BusinessViews } from './service/business-views.service';
import { BusinessesService } from './service/businesses.service';
import { ClaimDecisions } from './service/claim-decisions.service';
import { ClaimMails } from './service/claim-mails.service';
import { ClaimsService } from './service/claims.service';
import { Eins } from './service/eins.service';
import { ExpiryReminderMailTemplate } from './service/expiry-reminder-mail-template';
import { ExpiryReminders } from './service/expiry-reminders.service';
import { ExportBusinessesService } from './service/export-businesses.service';
import { ImportBusinessesService } from './service/import-businesses.service';
import { OwnerDeletion } from './service/owner-deletion.listener';
import { VerificationIdentityListener } from './service/verification-identity.listener';
import { VerificationsService } from './service/verifications.service';

const entities = [
  BusinessEntity,
  BusinessNaicsCodeEntity,
  BusinessPscCodeEntity,
  CageCodeEntity,
  CertificationEntity,
  LicenceEntity,
  BusinessAddressEntity,
  BusinessServiceEntity,
  PastPerformanceEntity,
  SizeRecordEntity,
  VerificationEntity,
  ClaimEntity,
  ExpiryReminderEntity,
  BusinessImportRunEntity,
  BusinessImportFindingEntity,
];

@Module({
  imports: [ReferenceModule, AuditModule, MailModule, UsersModule, TypeOrmModule.forFeature(entities)],
  controllers: [
    BusinessesController,
    VerificationController,
    ClaimsController,
    ClaimDecisionsController,
    BusinessImportsController,
    ExportBusinessesController,
    ...partControllers,
  ],
  providers: [
    BusinessesService,
    BusinessPartsService,
    BusinessSearchService,
    BusinessViews,
    BusinessFactsChecker,
    BusinessAnnouncer,
    Eins,
    BusinessesRepository,
    BusinessPartsRepository,
    BusinessesReadModel,
    OwnerDeletion,
    VerificationsRepository,
    VerificationsService,
    VerificationIdentityListener,
    ClaimsRepository,
    ClaimsService,
    ClaimDecisions,
    ClaimMails,
    ExpiryRemindersRepository,
    ExpiryReminders,
    ExpiryReminderMailTemplate,
    BusinessImportProfilesRepository,
    BusinessImportRunsRepository,
    BusinessImportFacts,
    BusinessImportRecorder,
    BusinessImportReports,
    ImportBusinessesService,
    ExportBusinessesService,
  ],
  exports: [BusinessesService, BusinessImportReports, ExportBusinessesService, ImportBusinessesService],
})
export class BusinessesModule {}
