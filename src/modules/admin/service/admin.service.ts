import { Injectable } from '@nestjs/common';
import type { Found, Slice } from '../../../common/http/paging';
import { UnitOfWork } from '../../../infra/database';
import { AuditLog } from '../../audit';
import { RematchService } from '../../matching';
import type { ImportKind, RecordedImport } from '../domain/recorded-import';
import { RecordedImportsReadModel } from '../persistence/recorded-imports.read-model';

/** What administrators see and start. Each thing is done by the module it belongs to. */
@Injectable()
export class AdminService {
  constructor(
    private readonly imports: RecordedImportsReadModel,
    private readonly rematch: RematchService,
    private readonly audit: AuditLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The latest first; of all kinds where none is named. */
  listImports(kind: ImportKind | undefined, slice: Slice): Promise<Found<RecordedImport>> {
    return this.imports.search(kind, slice);
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
