export { IngestionModule } from './ingestion.module';
export {
  ImportNoticesService,
  type ImportOptions,
  type ImportProgress,
  type NoticeFeed,
} from './service/import-notices.service';
export { ImportRunsService } from './service/import-runs.service';
export * from './domain/import-run';
export type { AcceptedRow, ReadRow, RejectedRow, RowRemark } from './domain/read-row';
