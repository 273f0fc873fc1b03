import { Injectable, Param, ParseUUIDPipe, type PipeTransform } from '@nestjs/common';
import { DomainError } from '../../common/errors/domain-error';

/** PostgreSQL takes an id in any letter case; a rule that compares ids must see one spelling. */
@Injectable()
class LowerCasePipe implements PipeTransform<string, string> {
  transform(id: string): string {
    return id.toLowerCase();
  }
}

/** An id in the path. One that is no UUID cannot be read: 400. */
export const UuidParameter = (name: string): ParameterDecorator =>
  Param(
    name,
    new ParseUUIDPipe({
      exceptionFactory: () => new DomainError('malformed', 'malformed-id', `The ${name} in the path is not a UUID.`),
    }),
    LowerCasePipe,
  );
