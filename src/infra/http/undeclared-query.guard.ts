import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import type { Request } from 'express';
import { invalidField } from '../../common/errors/domain-error';

/** A handler that declares no query parameters takes none: a mistyped filter must not be passed over in silence. */
@Injectable()
export class UndeclaredQueryGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const [first] = Object.keys(request.query);
    if (first === undefined || declaresQuery(context)) return true;
    throw invalidField(first, 'unknown-field', `There is no parameter ${first}.`);
  }
}

const declaresQuery = (context: ExecutionContext): boolean => {
  const parameters: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name);
  return Object.keys(parameters ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
};
