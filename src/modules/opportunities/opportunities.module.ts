import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReferenceModule } from '../reference';
import { OpportunitiesController } from './http/opportunities.controller';
import { BiddingTermsReadModel } from './persistence/bidding-terms.read-model';
import { NoticeEntity } from './persistence/notice.entity';
import { NoticesRepository } from './persistence/notices.repository';
import { OpportunitiesReadModel } from './persistence/opportunities.read-model';
import { OpportunitiesRepository } from './persistence/opportunities.repository';
import { OpportunityEntity } from './persistence/opportunity.entity';
import { BiddingTermsService } from './service/bidding-terms.service';
import { OpportunitiesService } from './service/opportunities.service';
import { RecordNoticesService } from './service/record-notices.service';

@Module({
  imports: [ReferenceModule, TypeOrmModule.forFeature([OpportunityEntity, NoticeEntity])],
  controllers: [OpportunitiesController],
  providers: [
    OpportunitiesService,
    BiddingTermsService,
    RecordNoticesService,
    OpportunitiesRepository,
    NoticesRepository,
    OpportunitiesReadModel,
    BiddingTermsReadModel,
  ],
  exports: [OpportunitiesService, BiddingTermsService, RecordNoticesService],
})
export class OpportunitiesModule {}
