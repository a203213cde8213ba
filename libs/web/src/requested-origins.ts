import type { Request } from 'express';

/** A name or address with a port, and nothing else that a URL could hold, such as a user or a path. */
const HOST = /^(?:[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/**
 * The origins a request may have been sent to, one for each scheme, as URLs write them: small letters, no default port. By
 * the Host header, or X-Forwarded-Host where a trusted proxy set it (Express `trust proxy`); never by the path.
 * @returns none when the host is not written as one
 */
export function requestedOrigins({ host }: { readonly host: Request['host'] | undefined }): readonly string[] {
  if (host === undefined || !HOST.test(host)) return [];
  return ['https', 'http'].map((scheme) => `${scheme}://${host}`).flatMap(originOf);
}

function originOf(address: string): string[] {
  return URL.canParse(address) ? [new URL(address).origin] : [];
}
