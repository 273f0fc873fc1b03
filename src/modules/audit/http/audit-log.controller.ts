import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Permission } from '../../../common/auth/permission';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { asCsvFile } from '../../../common/http/csv-file';
import { AuditTrail } from '../service/audit-trail.service';
import { AuditLogPageResponse, toAuditLogPage } from './audit-event.response';
import { toAuditCsv } from './audit-log.csv';
import { AuditExportQuery, AuditLogQuery } from './audit-log.query';
import { toAuditFilter, toAuditSlice } from './audit-log.question';

@ApiTags('admin')
@Controller('admin')
@RequirePermission(Permission.AuditLogRead)
export class AuditLogController {
  constructor(private readonly trail: AuditTrail) {}

  /** Security events, newest first. `cursor` goes on where the answer before ended, also while the log grows. */
  @Get('audit-log')
  async search(@Query() query: AuditLogQuery): Promise<AuditLogPageResponse> {
    return toAuditLogPage(await this.trail.search(toAuditFilter(query), toAuditSlice(query)), query);
  }

  /** The newest 10,000 of these events as a file. The export is a security event itself. */
  @Get('audit-log.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(@Query() query: AuditExportQuery, @Res({ passthrough: true }) response: Response): Promise<string> {
    return asCsvFile(response, 'audit-log.csv', toAuditCsv(await this.trail.export(toAuditFilter(query))));
  }
}
