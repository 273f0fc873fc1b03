import { IsArray, IsInt, Max, Min } from 'class-validator';
import { TrustedProxies } from './trusted-proxy.validator';
import { FromEnvironment } from './variable.decorator';

/** Who may talk to the API and how much at once. */
export class HttpConfig {
  @FromEnvironment({
    name: 'CORS_ORIGINS',
    about: 'Origins of browser clients, comma-separated; none by default',
    default: '',
  })
  @IsArray()
  readonly corsOrigins: string[];

  @FromEnvironment({
    name: 'ALLOWED_HOSTS',
    about: 'Host names under which the API answers, comma-separated, without port; * for any',
    default: '*',
  })
  @IsArray()
  readonly allowedHosts: string[];

  @FromEnvironment({
    name: 'TRUST_PROXY',
    about:
      'IP addresses or networks (10.0.0.0/24) of reverse proxies whose X-Forwarded-For is believed, comma-separated; also loopback, linklocal, uniquelocal; none by default',
    default: '',
  })
  @IsArray()
  @TrustedProxies()
  readonly trustedProxies: string[];

  @FromEnvironment({ name: 'BODY_LIMIT_KB', about: 'Largest JSON body in KiB', default: '100' })
  @IsInt()
  @Min(1)
  @Max(10_240)
  readonly bodyLimitKilobytes: number;

  @FromEnvironment({
    name: 'DRAIN_MS',
    about: 'How long a stopping process still answers while load balancers learn that it stops, in milliseconds',
    default: '1500',
  })
  @IsInt()
  @Min(0)
  @Max(10_000)
  readonly drainMs: number;
}
