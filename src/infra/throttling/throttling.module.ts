import { Global, Module } from '@nestjs/common';
import { SharedCounters } from './shared-counters';
import { Throttles } from './throttles.service';

@Global()
@Module({ providers: [SharedCounters, Throttles], exports: [Throttles] })
export class ThrottlingModule {}
