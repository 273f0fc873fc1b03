import { IsInt, IsNumber, Max, Min } from 'class-validator';
import { FromEnvironment } from './variable.decorator';

/** How often people may do things. The limits themselves stand at the handlers and services that they protect. */
export class ThrottlingConfig {
  @FromEnvironment({
    name: 'THROTTLE_SCALE',
    about: 'Multiplies every limit of attempts (0.1 to 1000): for load tests, or where many people share one address',
    default: '1',
  })
  @IsNumber()
  @Min(0.1)
  @Max(1_000)
  readonly scale: number;

  @FromEnvironment({
    name: 'THROTTLE_REQUESTS_PER_MINUTE',
    about:
      'Requests a minute that each process takes from one IP address (IPv6: one /64): a ceiling against floods, no quota',
    default: '30000',
  })
  @IsInt()
  @Min(10)
  @Max(10_000_000)
  readonly requestsPerMinute: number;
}
