import { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type DevIdp } from '../dev-idp.ts';
import { ProblemPage } from '../pages/problem.page.tsx';
import { MessageRefusedError } from '../saml/message-refused.error.ts';
import { sendPage } from './page-reply.ts';

interface Problem {
  readonly status: number;
  readonly reason: string;
}

const frameworkErrorSchema = z.object({ statusCode: z.int().min(400).max(499), message: z.string() });

export function answerFaultsWithPages(app: FastifyInstance, { settings, log }: DevIdp): void {
  const institution = settings.displayName;

  app.setErrorHandler((error, request, reply) => {
    const { status, reason } = problemOf(error);
    if (status === 500) request.log.error(error);
    log.add({ event: 'refused', reason });
    const title = status === 500 ? 'Something went wrong' : 'This cannot be answered';
    return sendPage(reply, <ProblemPage institution={institution} title={title} reason={reason} />, status);
  });

  app.setNotFoundHandler((_request, reply) => {
    const page = <ProblemPage institution={institution} title="Not found" reason="There is no such page here." />;
    return sendPage(reply, page, 404);
  });
}

export function answerFaultsWithJson(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const { status, reason } = problemOf(error);
    if (status === 500) request.log.error(error);
    return reply.code(status).send({ error: reason });
  });
}

function problemOf(error: unknown): Problem {
  if (error instanceof MessageRefusedError) return { status: error.status, reason: error.message };
  if (error instanceof z.ZodError) return { status: 422, reason: z.prettifyError(error) };
  const ofFramework = frameworkErrorSchema.safeParse(error);
  if (ofFramework.success) return { status: ofFramework.data.statusCode, reason: ofFramework.data.message };
  return { status: 500, reason: 'An unexpected fault; the log of this provider has the details.' };
}
