import { Injectable } from '@nestjs/common';
import type { Found, Slice } from '../../../common/http/paging';
import { UnitOfWork } from '../../../infra/database';
import { AuditLog } from '../../audit';
import { type ImportRun, ImportRunsService } from '../../ingestion';
import { RematchService } from '../../matching';

/** What administrators see and start. Each thing is done by the module it belongs to. */
@Injectable()
export class AdminService {
  constructor(
    private readonly imports: ImportRunsService,
    private readonly rematch: RematchService,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  listImports(slice: Slice): Promise<Found<ImportRun>> {
    return this.imports.list(slice);
  }

  /** Audited. */
  requestRematch(): Promise<number> {
    return this.unitOfWork.run(async () => {
      const businesses = await this.rematch.request();
      await this.audit.record({ action: 'rematch.started', details: { businesses } });
      return businesses;
    });
  }
}
