import { type ArgumentMetadata, Injectable, ValidationPipe, type ValidationError } from '@nestjs/common';
import { DomainError, type FieldError, invalidField } from '../../common/errors/domain-error';
import { isOptionalBody } from '../../common/http/optional-body.decorator';
import { PageQuery } from '../../common/http/paging';

/** class-validator takes whatever every object has for declared. */
const FORBIDDEN_KEYS = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);
const MOST_REPORTED = 50;

/** Validates bodies and query parameters against their classes. Whatever was not declared is refused, not dropped. */
@Injectable()
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      stopAtFirstError: true,
      exceptionFactory: (errors) =>
        new DomainError(
          'invalid',
          'validation-failed',
          'One or more values are not allowed.',
          errors.flatMap((error) => fieldErrors(error)).slice(0, MOST_REPORTED),
        ),
    });
  }

  override async transform(given: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const value = metadata.type === 'body' && isOptionalBody(metadata.metatype) ? (given ?? {}) : given;
    if (metadata.type === 'body') refuseMissing(value);
    if (metadata.type === 'body' || metadata.type === 'query') refuseUnstorable(value, '');
    const input: unknown = await super.transform(value, metadata);
    if (input instanceof PageQuery) input.resumeAtCursor();
    return input;
  }
}

const refuseMissing = (body: unknown): void => {
  if (body === undefined) throw new DomainError('malformed', 'body-missing', 'This request needs a JSON body.');
  if (Array.isArray(body)) throw invalidField('', 'is-object', 'The body must be one JSON object.');
};

/**
 * Keys that reach into prototypes, characters that no database column or mail header can hold, and lists in lists, through
 * which class-validator looks as if the inner ones were not there.
 */
const refuseUnstorable = (value: unknown, path: string): void => {
  if (typeof value === 'string' && (value.includes('\u0000') || !value.isWellFormed())) {
    throw invalidField(path, 'invalid-characters', 'The text holds characters that cannot be stored.');
  }
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value) && value.some((item) => Array.isArray(item))) {
    throw invalidField(path, 'nested-list', 'A list cannot hold lists.');
  }
  for (const key of Object.keys(value)) {
    const child = path ? `${path}.${key}` : key;
    if (FORBIDDEN_KEYS.has(key)) throw invalidField(child, 'unknown-field', `There is no field ${key}.`);
    refuseUnstorable(Object.getOwnPropertyDescriptor(value, key)?.value, child);
  }
};

const fieldErrors = (error: ValidationError, parent = ''): FieldError[] => {
  const field = parent ? `${parent}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) =>
    toFieldError(field, constraint, message),
  );
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, field))];
};

const toFieldError = (field: string, constraint: string, message: string): FieldError =>
  constraint === 'whitelistValidation'
    ? { field, code: 'unknown-field', message: `There is no field ${field}.` }
    : { field, code: constraint.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), message };
