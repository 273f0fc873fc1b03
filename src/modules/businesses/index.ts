export { BusinessesModule } from './businesses.module';
export type {
  Business,
  BusinessNaicsCode,
  BusinessPscCode,
  BusinessService,
  Certification,
  CertificationStatus,
  Licence,
  LicenceStatus,
  OwnExclusions,
  PastPerformance,
  SamRegistration,
  SamStatus,
  SizeRecord,
} from './domain/business';
export { certificationStatuses, licenceStatuses, MOST_CODES, NO_EXCLUSIONS, samStatuses } from './domain/business';
export { BUSINESS_MATCH_DATA_CHANGED, type BusinessMatchDataChanged } from './domain/business.events';
export { buyerWords } from './domain/buyer-words';
export { mayChange, maySee } from './domain/business.policy';
export {
  type Completeness,
  completenessOf,
  type MissingItem,
  type ProfileGap,
  profileGaps,
} from './domain/completeness';
export { type ExpiringKind, expiringKinds } from './domain/expiry-reminder';
export { type NewBusiness, NOTHING_STATED } from './domain/new-business';
export {
  isManufacturing,
  MOST_EMPLOYEES_OF_A_SUPPLIER,
  nonmanufacturerQuestion,
} from './domain/size/nonmanufacturer-rule';
export { determineSize, type SizeDetermination, type UsedSizeFigure } from './domain/size/size-determination';
export { type SizeFacts, type SizeFigure, sizeFigure } from './domain/size/size-figures';
export { listInWords, MEASURE_WORDS } from './domain/size/size-words';
export { utahDay } from './domain/utah-day';
export { BusinessesService } from './service/businesses.service';
export { type BusinessImportRun, describeBusinessImport } from './domain/import/business-import';
export { BusinessImportReports } from './service/business-import-reports.service';
export { ExportBusinessesService } from './service/export-businesses.service';
export {
  type BusinessImportOptions,
  type BusinessImportProgress,
  ImportBusinessesService,
} from './service/import-businesses.service';
