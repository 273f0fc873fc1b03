import { CreateReferenceTables1790000000100 } from './1790000000100-create-reference-tables';
import { CreateUserTables1790000000200 } from './1790000000200-create-user-tables';
import { CreateBusinessTables1790000000250 } from './1790000000250-create-business-tables';
import { CreateOpportunityTables1790000000300 } from './1790000000300-create-opportunity-tables';
import { CreateImportTables1790000000500 } from './1790000000500-create-import-tables';
import { CreateMatchingTables1790000000600 } from './1790000000600-create-matching-tables';

/** All migrations, oldest first. Listed by hand so that nothing runs that nobody imported. */
export const migrations = [
  CreateReferenceTables1790000000100,
  CreateUserTables1790000000200,
  CreateBusinessTables1790000000250,
  CreateOpportunityTables1790000000300,
  CreateImportTables1790000000500,
  CreateMatchingTables1790000000600,
];
