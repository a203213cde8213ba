import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { mayAdminister } from './may-administer.ts';

/** Lets in whom the institution's identity provider gave a role; behind SignedInGuard. */
@Injectable()
export class AdministratorGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { session } = context.switchToHttp().getRequest<Request>();
    if (!mayAdminister(session)) throw new ForbiddenException('administrators-only');
    return true;
  }
}
