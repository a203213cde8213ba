import { HttpException } from '@nestjs/common';
import { incidentId } from '@ligature/runtime';

/** What went wrong, fit to be shown: RFC 9457 members, and a code by which the log has the rest. */
export interface Problem {
  readonly status: number;
  /** Stable, in kebab-case; texts for people are chosen by it. */
  readonly code: string;
  /** Set when it was our fault and the log tells more. */
  readonly incident?: string;
}

/** The status of every error code an app may meet. A code that is missing does not compile (`satisfies`). */
export type ProblemTable<Code extends string> = Readonly<Record<Code, number>>;

/** Turns whatever was thrown into a problem. Unknown errors are ours: 500, with an incident id. */
export function toProblem(error: unknown, table: ProblemTable<string>): Problem {
  if (error instanceof HttpException) return fromHttp(error);
  const code = codeOf(error);
  const status = code === undefined ? undefined : table[code];
  return code === undefined || status === undefined
    ? { status: 500, code: 'internal', incident: incidentId() }
    : { status, code, ...(status >= 500 ? { incident: incidentId() } : {}) };
}

function fromHttp(error: HttpException): Problem {
  const status = error.getStatus();
  const code = /^[a-z]+(-[a-z]+)*$/.test(error.message) ? error.message : `http-${status}`;
  return { status, code, ...(status >= 500 ? { incident: incidentId() } : {}) };
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
