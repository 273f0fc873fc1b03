import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OpportunitiesModule } from '../opportunities';
import { ImportRemarkEntity } from './persistence/import-remark.entity';
import { ImportRunBatchEntity } from './persistence/import-run-batch.entity';
import { ImportRunEntity } from './persistence/import-run.entity';
import { ImportRunsRepository } from './persistence/import-runs.repository';
import { ImportNoticesService } from './service/import-notices.service';
import { ImportRunsService } from './service/import-runs.service';
import { LaneRecorder } from './service/lane-recorder.service';

@Module({
  imports: [OpportunitiesModule, TypeOrmModule.forFeature([ImportRunEntity, ImportRunBatchEntity, ImportRemarkEntity])],
  providers: [ImportNoticesService, ImportRunsService, ImportRunsRepository, LaneRecorder],
  exports: [ImportNoticesService, ImportRunsService],
})
export class IngestionModule {}
