export { groupOf } from './address-group';
export type { Limit } from './limit';
export { RequestCeilingGuard } from './request-ceiling.guard';
export { Throttle, type ThrottleRule } from './throttle.decorator';
export { ThrottledError } from './throttled-error';
export { ThrottleGuard } from './throttle.guard';
export { Throttles } from './throttles.service';
export { ThrottlingModule } from './throttling.module';
