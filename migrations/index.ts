import { CreateReferenceTables1790000000100 } from './1790000000100-create-reference-tables';
import { CreateUserTables1790000000200 } from './1790000000200-create-user-tables';
import { CreateBusinessTables1790000000250 } from './1790000000250-create-business-tables';
import { CreateOpportunityTables1790000000300 } from './1790000000300-create-opportunity-tables';
import { CreateImportTables1790000000500 } from './1790000000500-create-import-tables';
import { CreateMatchingTables1790000000600 } from './1790000000600-create-matching-tables';
import { CreateAgencyTables1790000000700 } from './1790000000700-create-agency-tables';
import { CreateCredentialTables1790000000710 } from './1790000000710-create-credential-tables';
import { CreateAuditTables1790000000720 } from './1790000000720-create-audit-tables';
import { CreateMailTables1790000000730 } from './1790000000730-create-mail-tables';
import { CreateIdempotencyTables1790000000740 } from './1790000000740-create-idempotency-tables';
import { CompleteBusinessProfiles1790000000800 } from './1790000000800-complete-business-profiles';
import { CreateBusinessAdministrationTables1790000000810 } from './1790000000810-create-business-administration-tables';
import { IndexBusinessSearch1790000000820 } from './1790000000820-index-business-search';
import { CreateBusinessImportTables1790000000830 } from './1790000000830-create-business-import-tables';
import { GuardAuditTables1790000000840 } from './1790000000840-guard-audit-tables';
import { MarkProvedSecondFactors1790000000850 } from './1790000000850-mark-proved-second-factors';

/** All migrations, oldest first. Listed by hand so that nothing runs that nobody imported. */
export const migrations = [
  CreateReferenceTables1790000000100,
  CreateUserTables1790000000200,
  CreateBusinessTables1790000000250,
  CreateOpportunityTables1790000000300,
  CreateImportTables1790000000500,
  CreateMatchingTables1790000000600,
  CreateAgencyTables1790000000700,
  CreateCredentialTables1790000000710,
  CreateAuditTables1790000000720,
  CreateMailTables1790000000730,
  CreateIdempotencyTables1790000000740,
  CompleteBusinessProfiles1790000000800,
  CreateBusinessAdministrationTables1790000000810,
  IndexBusinessSearch1790000000820,
  CreateBusinessImportTables1790000000830,
  GuardAuditTables1790000000840,
  MarkProvedSecondFactors1790000000850,
];
