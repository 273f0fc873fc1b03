import { Controller, Get, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Permission } from '../../../common/auth/permission';
import { RequirePermission } from '../../../common/auth/require-permission.decorator';
import { streamedCsvFile } from '../../../common/http/csv-file';
import { Throttle } from '../../../infra/throttling';
import { ExportBusinessesService } from '../service/export-businesses.service';

@ApiTags('admin')
@Controller('admin')
export class ExportBusinessesController {
  constructor(private readonly exports: ExportBusinessesService) {}

  /** All businesses, owned or not, in the columns that an import takes; never a tax number. The export is audited. */
  @Get('businesses.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @RequirePermission(Permission.BusinessExport)
  @Throttle({ name: 'business-export', limit: 30, seconds: 60, by: 'user' })
  async export(): Promise<StreamableFile> {
    return streamedCsvFile('businesses.csv', await this.exports.export());
  }
}
