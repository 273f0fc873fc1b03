import { Controller, Get, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Permission } from '../../../common/auth/permission';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { BodyBytes } from '../../../common/http/body-bytes.decorator';
import { streamedCsvFile } from '../../../common/http/csv-file';
import { UuidParameter } from '../../../infra/http';
import { Throttle } from '../../../infra/throttling';
import { BusinessImportReports } from '../service/business-import-reports.service';
import { ImportBusinessesService } from '../service/import-businesses.service';
import { StartImportQuery } from './business-import.query';
import { BusinessImportResponse, toBusinessImportResponse } from './business-import.response';

@ApiTags('admin')
@Controller('admin')
export class BusinessImportsController {
  constructor(
    private readonly imports: ImportBusinessesService,
    private readonly reports: BusinessImportReports,
  ) {}

  /**
   * Takes a file of businesses in: the columns of the export, or the public extract of SAM.gov's entities; UTF-8, at most
   * 20 MB. What cannot be taken is reported row by row; the same file again changes nothing more. 409 while another import
   * is running.
   */
  @Post('imports')
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' } })
  @RequirePermission(Permission.ImportStart)
  @Throttle({ name: 'import', limit: 30, seconds: 60, by: 'user' })
  async start(
    @Query() _query: StartImportQuery,
    @BodyBytes() body: AsyncIterable<Buffer>,
  ): Promise<BusinessImportResponse> {
    return toBusinessImportResponse(await this.reports.report(await this.imports.importUpload(body)));
  }

  /** Rejected rows and remarks of an import: row, kind, code, message. */
  @Get('business-imports/:id/findings.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @RequirePermission(Permission.ImportRead)
  async findings(@UuidParameter('id') id: string): Promise<StreamableFile> {
    return streamedCsvFile('findings.csv', await this.reports.findingsCsv(id));
  }
}
