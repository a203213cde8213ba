import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { AdminContext } from '../admin-context.ts';
import type { AdminPrincipal } from './admin-principal.ts';

/** Who is asking. */
export const Principal = createParamDecorator((_: unknown, execution: ExecutionContext): AdminPrincipal => {
  return GqlExecutionContext.create(execution).getContext<AdminContext>().principal;
});
