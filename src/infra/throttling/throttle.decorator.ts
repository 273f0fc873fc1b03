import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { AddressGroup } from './address-group';
import type { Limit } from './limit';

export const THROTTLES = 'hub:throttles';

/** A limit of a handler. Limits of one name share their counters. */
export interface ThrottleRule extends Limit {
  readonly name: string;
  /** `address`: IPv4 address or IPv6 /64; `network`: IPv4 /24 or IPv6 /56; `user`: the signed-in person. */
  readonly by: AddressGroup | 'user';
}

/** Limits how often the handler answers; every request counts, also one that turns out to be invalid. */
export const Throttle = (...rules: readonly ThrottleRule[]): MethodDecorator =>
  applyDecorators(
    SetMetadata(THROTTLES, rules),
    ApiExtension(
      'x-throttle',
      rules.map(({ limit, seconds, by }) => `${limit} in ${seconds} s by ${by}`),
    ),
  );
