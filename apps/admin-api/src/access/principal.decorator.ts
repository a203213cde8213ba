import type { Principal } from '@ligature/identity-model';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { AdminContext } from '../admin-context.ts';

/** Who is asking. */
export const CurrentPrincipal = createParamDecorator((_: unknown, execution: ExecutionContext): Principal => {
  return GqlExecutionContext.create(execution).getContext<AdminContext>().principal;
});
