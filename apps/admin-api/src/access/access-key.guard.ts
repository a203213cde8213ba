import { AccessKeyRepository, type AccessRole } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import type { AdminContext } from '../admin-context.ts';
import type { AdminPrincipal } from './admin-principal.ts';
import { Allow } from './allow.decorator.ts';

/** Lets in whoever holds a valid key whose role the operation allows. An operation that declares no role is closed. */
@Injectable()
export class AccessKeyGuard implements CanActivate {
  constructor(
    private readonly keys: AccessKeyRepository,
    private readonly clock: Clock,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    if (execution.getType<string>() !== 'graphql') return true;
    const context = GqlExecutionContext.create(execution).getContext<AdminContext>();
    context.principal ??= await this.principalOf(context.authorization);
    const declared = this.reflector.getAllAndOverride(Allow, [execution.getHandler(), execution.getClass()]);
    if (!isAllowed(declared, context.principal)) throw refusal('FORBIDDEN', 'This key may not do that.');
    return true;
  }

  private async principalOf(authorization: string | undefined): Promise<AdminPrincipal> {
    const [, key] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? [];
    const found = key === undefined ? null : await this.keys.findByKey(key);
    if (found?.isValid(this.clock.now()) !== true) {
      throw refusal('UNAUTHENTICATED', 'Send a valid access key: Authorization: Bearer lig_…');
    }
    return { keyId: found.id, institutionId: found.institutionId, role: found.role };
  }
}

function isAllowed(declared: readonly AccessRole[] | undefined, { role }: AdminPrincipal): boolean {
  return declared?.includes(role) === true;
}

function refusal(code: 'UNAUTHENTICATED' | 'FORBIDDEN', message: string): GraphQLError {
  const status = code === 'UNAUTHENTICATED' ? 401 : 403;
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}
