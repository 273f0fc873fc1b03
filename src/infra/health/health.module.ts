import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { Drain } from '../http';
import { HealthController } from './health.controller';
import { HealthService } from './health.service';

/** Health endpoints; also owns the drain, because readiness is the first to know that the process stops. */
@Module({
  imports: [TerminusModule.forRoot({ logger: false })],
  controllers: [HealthController],
  providers: [HealthService, Drain],
  exports: [Drain],
})
export class HealthModule {}
