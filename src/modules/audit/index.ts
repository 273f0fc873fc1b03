export { AuditModule } from './audit.module';
export type { ChainFault, ChainHead } from './domain/audit-chain';
export type {
  AuditAction,
  AuditOutcome,
  AuditSubject,
  AuditValue,
  AuditValues,
  NewAuditEvent,
} from './domain/audit-event';
export { AuditLog } from './service/audit-log.service';
export { AuditVerification } from './service/audit-verification.service';
