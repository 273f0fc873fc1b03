import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EncryptionModule } from '../../infra/encryption';
import { SecurityEvents } from '../../infra/http';
import { AuditLogController } from './http/audit-log.controller';
import { AuditChainEntity } from './persistence/audit-chain.entity';
import { AuditChainRepository } from './persistence/audit-chain.repository';
import { AuditEventEntity } from './persistence/audit-event.entity';
import { AuditEventsReadModel } from './persistence/audit-events.read-model';
import { AuditPersonKeyEntity } from './persistence/audit-person-key.entity';
import { AuditPersonKeysRepository } from './persistence/audit-person-keys.repository';
import { AuditLog } from './service/audit-log.service';
import { AuditTrail } from './service/audit-trail.service';
import { AuditVerification } from './service/audit-verification.service';
import { HeadGuard } from './service/head-guard.service';
import { PersonalParts } from './service/personal-parts.service';

@Module({
  imports: [EncryptionModule, TypeOrmModule.forFeature([AuditEventEntity, AuditChainEntity, AuditPersonKeyEntity])],
  controllers: [AuditLogController],
  providers: [
    AuditChainRepository,
    AuditEventsReadModel,
    AuditPersonKeysRepository,
    PersonalParts,
    HeadGuard,
    AuditLog,
    AuditTrail,
    AuditVerification,
    { provide: SecurityEvents, useExisting: AuditLog },
  ],
  exports: [AuditLog, AuditVerification, SecurityEvents],
})
export class AuditModule {}
