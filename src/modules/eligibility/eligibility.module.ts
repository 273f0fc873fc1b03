import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference';
import { EligibilityService } from './service/eligibility.service';

@Module({ imports: [ReferenceModule], providers: [EligibilityService], exports: [EligibilityService] })
export class EligibilityModule {}
