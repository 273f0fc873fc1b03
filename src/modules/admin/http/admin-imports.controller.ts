import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../../../common/auth/permission';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { PageQuery, toPage } from '../../../common/http/paging';
import { AdminService } from '../service/admin.service';
import { ImportRunPageResponse, toImportRunResponse } from './import-run.response';

@ApiTags('admin')
@Controller('admin/imports')
export class AdminImportsController {
  constructor(private readonly admin: AdminService) {}

  /** What the imports so far came to, the latest first. */
  @Get()
  @RequirePermission(Permission.ImportRead)
  async list(@Query() query: PageQuery): Promise<ImportRunPageResponse> {
    return toPage(await this.admin.listImports(query), query, toImportRunResponse);
  }
}
