import { Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { IngestionModule } from '../ingestion';
import { MatchingModule } from '../matching';
import { AdminImportsController } from './http/admin-imports.controller';
import { AdminRematchController } from './http/admin-rematch.controller';
import { AdminService } from './service/admin.service';

@Module({
  imports: [AuditModule, IngestionModule, MatchingModule],
  controllers: [AdminImportsController, AdminRematchController],
  providers: [AdminService],
})
export class AdminModule {}
