import { may, type Permission, type Principal } from '@ligature/identity-model';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { AdminContext } from '../admin-context.ts';
import { Needs } from './needs.decorator.ts';
import { refusal } from './refusal.ts';

/** Lets a key do what its role allows. An operation that declares no permission is closed. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    if (execution.getType<string>() !== 'graphql') return true;
    const { principal } = GqlExecutionContext.create(execution).getContext<AdminContext>();
    const needed = this.reflector.getAllAndOverride(Needs, [execution.getHandler(), execution.getClass()]);
    if (!isAllowed(needed, principal)) throw refusal('FORBIDDEN', 'This key may not do that.');
    return true;
  }
}

function isAllowed(needed: Permission | undefined, { roles }: Principal): boolean {
  return needed !== undefined && may(needed, roles);
}
