import { z } from 'zod';
import { OrcidUnavailableError } from '../errors/orcid-unavailable.error.ts';
import { withLongPutCodesAsText } from '../wire/put-code.wire.ts';
import type { OrcidResponse } from './transport.ts';

/** The body as JSON when it says it is JSON and is; else undefined: a proxy's page, or half an answer. */
export function readJson({ contentType, text }: OrcidResponse): unknown {
  if (!isJson(contentType)) return undefined;
  try {
    return JSON.parse(withLongPutCodesAsText(text)) as unknown;
  } catch {
    return undefined;
  }
}

/** ORCID's APIs never answer with a page: it is from a proxy on the way, or ORCID is being mended behind it. */
export function isPage({ contentType, text }: OrcidResponse): boolean {
  return text !== '' && contentType.startsWith('text/html');
}

/** A success that does not say what a success says: nobody knows what it was one of. */
export function unreadable({ status, path }: OrcidResponse): OrcidUnavailableError {
  return new OrcidUnavailableError({ status, reason: 'unreadable body', path });
}

function isJson(contentType: string): boolean {
  return /[/+]json\b/.test(contentType);
}

const OrcidErrorBody = z.object({
  'error-code': z.coerce.string(),
  'developer-message': z.string().nullish(),
  'user-message': z.string().nullish(),
});

const OAuthErrorBody = z.object({ error: z.string() });

export interface ErrorBody {
  /** ORCID's number or OAuth's word; null when the body had neither. */
  readonly reason: string | null;
  readonly developerMessage: string;
  readonly userMessage: string;
}

/** Reads the shapes ORCID explains itself in: its own, OAuth's, and none at all from the proxy in front. */
export function readErrorBody(response: OrcidResponse): ErrorBody {
  const json = readJson(response);
  const orcid = OrcidErrorBody.safeParse(json);
  if (orcid.success) {
    return {
      reason: orcid.data['error-code'],
      developerMessage: orcid.data['developer-message'] ?? '',
      userMessage: orcid.data['user-message'] ?? '',
    };
  }
  const oauth = OAuthErrorBody.safeParse(json);
  return { reason: oauth.success ? oauth.data.error : null, developerMessage: '', userMessage: '' };
}
