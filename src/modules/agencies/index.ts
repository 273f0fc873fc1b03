export { AgenciesModule } from './agencies.module';
export { type Agency, type AgencyFacts, type AgencyLevel, agencyLevels } from './domain/agency';
export { isOfAgency, type NamedBuyer } from './domain/agency.policy';
export { AgenciesService } from './service/agencies.service';
