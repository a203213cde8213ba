import { type IncomingMessage, type OutgoingHttpHeader, ServerResponse } from 'node:http';

/**
 * Header names as ORCID's front proxy writes them (`Location`, not `location`). HTTP does not care, but programs that
 * search the raw text do, ORCID's own black-box tests among them.
 */
export class TitleCaseResponse<R extends IncomingMessage = IncomingMessage> extends ServerResponse<R> {
  override setHeader(name: string, value: number | string | readonly string[]): this {
    return super.setHeader(titleCase(name), value);
  }

  override writeHead(status: number, ...rest: readonly unknown[]): this {
    const headers = rest.at(-1);
    if (isHeaders(headers)) {
      for (const [name, value] of Object.entries(headers)) if (value !== undefined) this.setHeader(name, value);
    }
    return super.writeHead(status);
  }
}

function isHeaders(value: unknown): value is Record<string, OutgoingHttpHeader | undefined> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Few names and many answers: each is written once. */
const written = new Map<string, string>();

function titleCase(name: string): string {
  const known = written.get(name) ?? inTitleCase(name);
  written.set(name, known);
  return known;
}

function inTitleCase(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_whole, dash: string, letter: string) => dash + letter.toUpperCase());
}
