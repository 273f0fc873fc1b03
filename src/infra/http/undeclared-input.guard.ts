import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import type { Request } from 'express';
import { invalidField } from '../../common/errors/domain-error';

/**
 * A handler that declares no query parameters takes none, and one that declares no body takes an empty one: a mistyped filter
 * or a wish that nobody reads must not be passed over in silence. What is declared is for the input pipe. Stands behind
 * authorization, so that strangers learn nothing of what an operation takes.
 */
@Injectable()
export class UndeclaredInputGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { query, body } = context.switchToHttp().getRequest<Request<unknown, unknown, unknown>>();
    const parameter = firstKey(query);
    if (parameter !== undefined && !declares(context, RouteParamtypes.QUERY)) throw unknown('parameter', parameter);
    const field = firstKey(body);
    if (field !== undefined && !declares(context, RouteParamtypes.BODY)) throw unknown('field', field);
    return true;
  }
}

const firstKey = (input: unknown): string | undefined => Object.keys(input ?? {})[0];

const unknown = (kind: 'field' | 'parameter', name: string): Error =>
  invalidField(name, 'unknown-field', `There is no ${kind} ${name}.`);

const declares = (context: ExecutionContext, kind: RouteParamtypes): boolean => {
  const parameters: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name);
  return Object.keys(parameters ?? {}).some((key) => key.startsWith(`${kind}:`));
};
