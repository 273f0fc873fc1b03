import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdempotencyKeyEntity } from './idempotency-key.entity';
import { IdempotencyKeysRepository } from './idempotency-keys.repository';
import { IdempotencySweep } from './idempotency-sweep.service';
import { IdempotentAnswers } from './idempotent-answers.service';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([IdempotencyKeyEntity])],
  providers: [IdempotencyKeysRepository, IdempotentAnswers, IdempotencySweep],
  exports: [IdempotentAnswers],
})
export class IdempotencyModule {}
