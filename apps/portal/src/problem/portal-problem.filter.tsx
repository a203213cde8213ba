import { type Problem, type ProblemTable, toProblem } from '@ligature/web';
import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { JSX } from 'preact';
import { type Notice, NoticePage } from '../pages/notice.page.tsx';
import type { PageContext } from '../pages/page-context.ts';
import { Pages } from '../pages/pages.ts';
import type { Texts } from '../texts/en.ts';
import { findVisitor } from '../visitor/visitors.ts';

/** Errors of our libraries that a request of the portal can meet. */
const PROBLEMS = {
  'refused-message': 400,
  'unopenable-secret': 500,
  configuration: 500,
} satisfies ProblemTable<string>;

/** Turns whatever was thrown into a page that says what to do; the log has the rest under the incident's code. */
@Catch()
export class PortalProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(PortalProblemFilter.name);

  constructor(private readonly pages: Pages) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const [request, response] = [
      host.switchToHttp().getRequest<Request>(),
      host.switchToHttp().getResponse<Response>(),
    ];
    const problem = toProblem(error, PROBLEMS);
    if (problem.incident !== undefined) this.logger.error({ err: error, incident: problem.incident });
    if (response.headersSent) return;
    if (request.accepts(['html', 'json']) === 'json') sendJson(response, problem);
    else await this.sendPage(request, response, problem);
  }

  private async sendPage(request: Request, response: Response, problem: Problem): Promise<void> {
    const visitor = findVisitor(request);
    const page = (context: PageContext): JSX.Element => (
      <NoticePage context={context} notice={noticeOf(problem, context.texts)} />
    );
    // Nobody's page, or not even the institution could be read: the database is away.
    if (visitor === undefined) sendText(response, problem);
    else
      await this.pages.send(visitor, page, problem.status).catch(() => {
        sendText(response, problem);
      });
  }
}

function sendJson(response: Response, { status, code, incident }: Problem): void {
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ status, type: code, title: code, incident }));
}

function sendText(response: Response, { status, incident }: Problem): void {
  const text =
    incident === undefined ? 'There is no such page.' : `Something went wrong, and we have noted it. ${incident}`;
  response.status(status).type('text').send(`${text}\n`);
}

function noticeOf({ code, incident }: Problem, { problems }: Texts): Notice {
  const toStart = { href: '/', label: problems.toStart };
  switch (code) {
    case 'sign-in-first':
      return { ...problems.signInFirst, next: toStart };
    case 'administrators-only':
      return { ...problems.administratorsOnly, next: { href: '/connection', label: problems.toConnection } };
    case 'form-expired':
      return { ...problems.formExpired, next: toStart };
    case 'refused-message':
      return { ...problems.signInRefused, incident, next: toStart };
    case 'http-400':
    case 'http-413':
      return { ...problems.unreadable, next: toStart };
    case 'http-404':
      return { ...problems.notFound, next: toStart };
    default:
      return { ...problems.internal, incident, next: toStart };
  }
}
