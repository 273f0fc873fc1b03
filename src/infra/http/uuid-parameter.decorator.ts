import { Param, ParseUUIDPipe } from '@nestjs/common';
import { DomainError } from '../../common/errors/domain-error';

/** An id in the path. One that is no UUID cannot be read: 400. */
export const UuidParameter = (name: string): ParameterDecorator =>
  Param(
    name,
    new ParseUUIDPipe({
      exceptionFactory: () => new DomainError('malformed', 'malformed-id', `The ${name} in the path is not a UUID.`),
    }),
  );
