import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { IdempotentAnswers } from './idempotent-answers.service';

const EVERY_NIGHT = '37 9 * * *';

/** Forgets the answers that nobody gets any more. Every worker may do it: the second one finds nothing. */
@Injectable()
export class IdempotencySweep {
  private readonly logger = new Logger(IdempotencySweep.name);

  constructor(private readonly answers: IdempotentAnswers) {}

  @Cron(EVERY_NIGHT, { name: 'idempotency-sweep', timeZone: 'UTC', waitForCompletion: true })
  async sweepRegularly(): Promise<void> {
    try {
      await this.answers.sweep();
    } catch (error) {
      this.logger.warn('Old answers stay until the next sweep.', {
        reason: error instanceof Error ? error.message : '',
      });
    }
  }
}
