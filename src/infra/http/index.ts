export { allowedHosts } from './allowed-hosts.middleware';
export { Drain } from './drain';
export { InputPipe } from './input.pipe';
export { bodyReaders } from './json-body.middleware';
export { type ProblemDetails, toProblemDetails } from './problem-details';
export { problemDetailsEnding, ProblemDetailsFilter, problemDetailsHandler } from './problem-details.filter';
export { securityHeaders } from './security-headers';
export { UndeclaredQueryGuard } from './undeclared-query.guard';
export { UuidParameter } from './uuid-parameter.decorator';
