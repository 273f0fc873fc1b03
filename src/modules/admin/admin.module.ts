import { Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { MatchingModule } from '../matching';
import { AdminImportsController } from './http/admin-imports.controller';
import { AdminRematchController } from './http/admin-rematch.controller';
import { RecordedImportsReadModel } from './persistence/recorded-imports.read-model';
import { AdminService } from './service/admin.service';

@Module({
  imports: [AuditModule, MatchingModule],
  controllers: [AdminImportsController, AdminRematchController],
  providers: [AdminService, RecordedImportsReadModel],
})
export class AdminModule {}
