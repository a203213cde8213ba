import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable } from '@nestjs/common';
import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';

const { generateToken, isRequestValid } = csrfSync({
  getTokenFromRequest: (request) => (request.body as { _csrf?: string } | undefined)?._csrf,
});

/** The token that every form of this session must send back as `_csrf`. */
export function csrfToken(request: Request): string {
  return generateToken(request);
}

/** Lets a form be sent only from a page that we gave to the same session. Reading is free. */
@Injectable()
export class CsrfGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (['GET', 'HEAD'].includes(request.method) || isRequestValid(request)) return true;
    throw new ForbiddenException('form-expired');
  }
}
