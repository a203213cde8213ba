import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Visitor } from './visitor.ts';
import { visitorOf } from './visitors.ts';

/** Who sent the request. */
export const CurrentVisitor = createParamDecorator((_: unknown, context: ExecutionContext): Visitor => {
  return visitorOf(context.switchToHttp().getRequest<Request>());
});
