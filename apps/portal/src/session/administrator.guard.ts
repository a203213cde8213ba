import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { visitorOf } from '../visitor/visitors.ts';

/** Lets in whom the institution's identity provider gave a role that may read; behind SignedInGuard. */
@Injectable()
export class AdministratorGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (!visitorOf(context.switchToHttp().getRequest<Request>()).may('read'))
      throw new ForbiddenException('administrators-only');
    return true;
  }
}
