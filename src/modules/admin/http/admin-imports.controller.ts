import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../../../common/auth/permission';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { toPage } from '../../../common/http/paging';
import { AdminService } from '../service/admin.service';
import { ImportRunPageResponse, toImportRunResponse } from './import-run.response';
import { SearchImportsQuery } from './search-imports.query';

@ApiTags('admin')
@Controller('admin/imports')
export class AdminImportsController {
  constructor(private readonly admin: AdminService) {}

  /** What the imports so far came to, of notices and of businesses, the latest first. */
  @Get()
  @RequirePermission(Permission.ImportRead)
  async list(@Query() query: SearchImportsQuery): Promise<ImportRunPageResponse> {
    return toPage(await this.admin.listImports(query.kind, query), query, toImportRunResponse);
  }
}
