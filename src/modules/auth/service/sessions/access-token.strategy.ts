import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Request } from 'express';
import passport, { Strategy } from 'passport';
import { ACCESS_TOKEN_STRATEGY } from '../../../../common/auth/authentication.guard';
import { noteInRequestContext } from '../../../../infra/logging';
import { Principals } from '../accounts/principals.service';

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** Node keeps the first of several headers and other programs the last: nobody knows whom such a request speaks for. */
const isSaidOnce = ({ rawHeaders }: Request): boolean =>
  rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'authorization').length === 1;

/** Passport's way from a bearer token to a principal. Tokens come in the Authorization header and nowhere else. */
@Injectable()
export class AccessTokenStrategy extends Strategy implements OnModuleInit {
  override readonly name = ACCESS_TOKEN_STRATEGY;

  constructor(private readonly principals: Principals) {
    super();
  }

  onModuleInit(): void {
    passport.use(this);
  }

  override async authenticate(request: Request): Promise<void> {
    const token = isSaidOnce(request) ? BEARER.exec(request.headers.authorization ?? '')?.[1] : undefined;
    try {
      const principal = token && (await this.principals.of(token));
      if (!principal) return this.fail(401);
      noteInRequestContext({ userId: principal.userId });
      this.success(principal);
    } catch (error) {
      this.error(error);
    }
  }
}
