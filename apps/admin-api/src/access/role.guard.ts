import type { AccessRole } from '@ligature/persistence';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { AdminContext } from '../admin-context.ts';
import type { AdminPrincipal } from './admin-principal.ts';
import { Allow } from './allow.decorator.ts';
import { refusal } from './refusal.ts';

/** Lets a key do what its role allows. An operation that declares no role is closed. */
@Injectable()
export class RoleGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    if (execution.getType<string>() !== 'graphql') return true;
    const { principal } = GqlExecutionContext.create(execution).getContext<AdminContext>();
    const declared = this.reflector.getAllAndOverride(Allow, [execution.getHandler(), execution.getClass()]);
    if (!isAllowed(declared, principal)) throw refusal('FORBIDDEN', 'This key may not do that.');
    return true;
  }
}

function isAllowed(declared: readonly AccessRole[] | undefined, { role }: AdminPrincipal): boolean {
  return declared?.includes(role) === true;
}
