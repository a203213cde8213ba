import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { AdminContext } from '../admin-context.ts';
import type { AdminPrincipal } from './admin-principal.ts';

/** Who is asking, behind AccessKeyGuard. */
export const Principal = createParamDecorator((_: unknown, execution: ExecutionContext): AdminPrincipal => {
  const { principal } = GqlExecutionContext.create(execution).getContext<AdminContext>();
  if (principal === undefined) throw new Error('Principal needs AccessKeyGuard.');
  return principal;
});
