import { Injectable } from '@nestjs/common';
import type { Found, Slice } from '../../../common/http/paging';
import { type ImportRun, ImportRunsService } from '../../ingestion';
import { RematchService } from '../../matching';

/** What administrators see and start. Each thing is done by the module it belongs to. */
@Injectable()
export class AdminService {
  constructor(
    private readonly imports: ImportRunsService,
    private readonly rematch: RematchService,
  ) {}

  listImports(slice: Slice): Promise<Found<ImportRun>> {
    return this.imports.list(slice);
  }

  requestRematch(): Promise<number> {
    return this.rematch.request();
  }
}
