import { type FastifyReply } from 'fastify';
import { OrcidError } from '../api/orcid-error.ts';

interface OddError {
  readonly type: string;
  readonly body: (path: string) => string;
}

const TOMCAT = `<!doctype html><html lang="en"><head><title>HTTP Status 500 – Internal Server Error</title></head><body><h1>HTTP Status 500 – Internal Server Error</h1><hr class="line" /><p><b>Type</b> Exception Report</p></body></html>`;

/**
 * A 500 in each shape that a program of this kind may send when something breaks outside its own error handling. What
 * ORCID sent in the month after its move to Spring 6 (PD-6016 to PD-6102) is not recorded, so these are our choice:
 * ORCID's own error, Tomcat's page, Spring's error attributes, a text, and nothing at all.
 */
const SHAPES: readonly (OddError | undefined)[] = [
  { type: 'application/json', body: () => JSON.stringify(new OrcidError(9008).toTree()) },
  { type: 'text/html;charset=utf-8', body: () => TOMCAT },
  {
    type: 'application/json',
    body: (path) => JSON.stringify({ timestamp: 0, status: 500, error: 'Internal Server Error', path }),
  },
  { type: 'text/plain', body: () => 'java.lang.NullPointerException' },
  undefined,
];

/** One shape after the other, so that a program under test meets all of them. */
function oddError(hit: number): OddError | undefined {
  return SHAPES[(hit - 1) % SHAPES.length];
}

/** Gives the answer the status and type of an odd error. @returns its body, if it has one */
export function writeOddError(reply: FastifyReply, hit: number): string | undefined {
  const error = oddError(hit);
  reply.code(500).removeHeader('content-length').removeHeader('location');
  if (error === undefined) reply.removeHeader('content-type');
  else reply.header('content-type', error.type);
  return error?.body(reply.request.url);
}
