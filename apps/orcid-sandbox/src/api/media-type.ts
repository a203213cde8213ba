import { OrcidError } from './orcid-error.ts';

const XML = ['application/vnd.orcid+xml', 'application/orcid+xml', 'application/xml'] as const;
const JSON_TYPES = ['application/vnd.orcid+json', 'application/orcid+json', 'application/json'] as const;
/** In the order in which the server offers them (MemberV3ApiServiceImplV3_0, @Produces). */
export const API_TYPES = [...XML, ...JSON_TYPES] as const;
export type MediaType = (typeof API_TYPES)[number];

export function isJson(type: string): boolean {
  return (JSON_TYPES as readonly string[]).includes(type);
}

/** The bare type of a Content-Type header. */
export function bareType(header: string | undefined): string | undefined {
  return header?.split(';')[0]?.trim().toLowerCase();
}

export function isApiType(type: string | undefined): type is MediaType {
  return (API_TYPES as readonly (string | undefined)[]).includes(type);
}

/**
 * The format of the answer (S: AcceptFilter.java, then JAX-RS 2.1 section 3.8): without Accept, or with the bare
 * wildcard, the type of the request's body counts, and XML otherwise.
 * @throws OrcidError 406 when nothing fits
 */
export function negotiate<T extends string>(
  accept: string | undefined,
  contentType: string | undefined,
  offered: readonly T[],
): T {
  const wanted = accept === undefined || accept.trim() === '*/*' ? substitute(contentType, offered) : accept;
  const best = bestFor(wanted, offered);
  if (best === undefined) throw new OrcidError(9001, { status: 406 });
  return best;
}

/** What the caller likes best of what is offered, if anything. */
export function bestFor<T extends string>(accept: string, offered: readonly T[]): T | undefined {
  return rankings(accept, offered)[0]?.type;
}

function substitute(contentType: string | undefined, offered: readonly string[]): string {
  const type = bareType(contentType);
  if (isApiType(type) && offered.includes(type)) return type;
  return offered.includes(API_TYPES[0]) ? API_TYPES[0] : '*/*';
}

interface Ranking<T> {
  readonly type: T;
  readonly q: number;
  readonly wildcards: number;
}

/** Best first: by the client's q, then by how exactly it named the type, then as the server offers them. */
function rankings<T extends string>(accept: string, offered: readonly T[]): Ranking<T>[] {
  const ranges = accept.split(',').map(parseRange);
  return offered
    .flatMap((type) => {
      const fitting = ranges.filter((range) => matches(range.pattern, type)).sort((a, b) => a.wildcards - b.wildcards);
      const [closest] = fitting;
      return closest === undefined || closest.q === 0 ? [] : [{ type, q: closest.q, wildcards: closest.wildcards }];
    })
    .sort((a, b) => b.q - a.q || a.wildcards - b.wildcards);
}

function parseRange(text: string): { pattern: string; q: number; wildcards: number } {
  const [pattern = '*/*', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith('q='));
  return { pattern, q: q === undefined ? 1 : Number(q.slice(2)), wildcards: pattern.split('*').length - 1 };
}

function matches(pattern: string, type: string): boolean {
  return pattern === '*/*' || pattern === type || (pattern.endsWith('/*') && type.startsWith(pattern.slice(0, -1)));
}
