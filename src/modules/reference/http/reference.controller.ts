import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../../common/auth/public.decorator';
import { PageQuery, toPage } from '../../../common/http/paging';
import { ReferenceService } from '../service/reference.service';
import { NaicsPage, PscPage, toNaicsCodeResponse, toPscCodeResponse } from './code.response';
import { CountyPage, toCountyResponse } from './county.response';
import { NoticeTypePage, toNoticeTypeResponse } from './notice-type.response';
import {
  CertificationProgramPage,
  SetAsidePage,
  toCertificationProgramResponse,
  toSetAsideResponse,
} from './program.response';
import { PublicCacheInterceptor } from './public-cache.interceptor';
import { SearchCodesQuery } from './search-codes.query';
import { SearchNaicsQuery } from './search-naics.query';
import { SizeStandardsResponse, toSizeStandardsResponse } from './size-standards.response';

@ApiTags('reference')
@Public()
@UseInterceptors(PublicCacheInterceptor)
@Controller('reference')
export class ReferenceController {
  constructor(private readonly reference: ReferenceService) {}

  /** NAICS 2022 codes of every level, by text, level or parent */
  @Get('naics')
  async naics(@Query() query: SearchNaicsQuery): Promise<NaicsPage> {
    return toPage(await this.reference.searchNaics(query), query, toNaicsCodeResponse);
  }

  /** Product and service codes */
  @Get('psc')
  async psc(@Query() query: SearchCodesQuery): Promise<PscPage> {
    return toPage(await this.reference.searchPsc(query), query, toPscCodeResponse);
  }

  /** Set-aside codes with who may bid */
  @Get('set-asides')
  async setAsides(@Query() query: PageQuery): Promise<SetAsidePage> {
    return toPage(await this.reference.listSetAsides(query), query, toSetAsideResponse);
  }

  /** Certification programs */
  @Get('certifications')
  async certifications(@Query() query: PageQuery): Promise<CertificationProgramPage> {
    return toPage(await this.reference.listPrograms(query), query, toCertificationProgramResponse);
  }

  /** The 29 counties of Utah with their neighbours */
  @Get('counties')
  async counties(@Query() query: PageQuery): Promise<CountyPage> {
    return toPage(await this.reference.listCounties(query), query, toCountyResponse);
  }

  /** Notice types with what a business does with them */
  @Get('notice-types')
  async noticeTypes(@Query() query: PageQuery): Promise<NoticeTypePage> {
    return toPage(await this.reference.listNoticeTypes(query), query, toNoticeTypeResponse);
  }

  /** SBA size standards of one six-digit NAICS code */
  @Get('size-standards/:naics')
  async sizeStandards(@Param('naics') naics: string): Promise<SizeStandardsResponse> {
    return toSizeStandardsResponse(await this.reference.sizeStandards(naics));
  }
}
