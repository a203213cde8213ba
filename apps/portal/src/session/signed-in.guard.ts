import type { VisitorRow } from '@ligature/persistence';
import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common';
import type { Request } from 'express';
import { visitorOf } from '../visitor/visitors.ts';

/** Lets in whoever is signed in. */
@Injectable()
export class SignedInGuard implements CanActivate {
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const person = await visitorOf(context.switchToHttp().getRequest<Request>()).person();
    if (person === undefined) throw new UnauthorizedException('sign-in-first');
    return true;
  }
}

/** The person who is signed in, behind SignedInGuard. */
export const CurrentPerson = createParamDecorator(
  async (_: unknown, context: ExecutionContext): Promise<VisitorRow> => {
    const person = await visitorOf(context.switchToHttp().getRequest<Request>()).person();
    if (person === undefined) throw new Error('CurrentPerson needs SignedInGuard.');
    return person;
  },
);
