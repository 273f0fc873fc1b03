export { IdempotencyModule } from './idempotency.module';
export { IdempotencySweep } from './idempotency-sweep.service';
export { Idempotent } from './idempotent.decorator';
