export { BusinessesModule } from './businesses.module';
export type {
  Business,
  BusinessNaicsCode,
  BusinessPscCode,
  BusinessService,
  Certification,
  CertificationStatus,
  PastPerformance,
} from './domain/business';
export { certificationStatuses } from './domain/business';
export { BUSINESS_MATCH_DATA_CHANGED, type BusinessMatchDataChanged } from './domain/business.events';
export { mayChange } from './domain/business.policy';
export { BusinessesService, type NewBusiness } from './service/businesses.service';
