import { Module } from '@nestjs/common';
import { BusinessesModule } from '../businesses';
import { OpportunitiesModule } from '../opportunities';
import { ReferenceModule } from '../reference';
import { EligibilityController } from './http/eligibility.controller';
import { EligibilityAnswers } from './service/eligibility-answers.service';
import { EligibilityService } from './service/eligibility.service';

@Module({
  imports: [ReferenceModule, BusinessesModule, OpportunitiesModule],
  controllers: [EligibilityController],
  providers: [EligibilityService, EligibilityAnswers],
  exports: [EligibilityService],
})
export class EligibilityModule {}
