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

const OAuthErrorBody = z.object({ error: z.string(), error_description: z.string().nullish() });

/** OrcidBearerTokenFilter.java, where the authorization server answered with anything but 200. */
const UNCHECKED = 'Unable to obtain information from the authorization server';

export interface ErrorBody {
  /** ORCID's number or OAuth's word; null when the body had neither. */
  readonly reason: string | null;
  readonly developerMessage: string;
  readonly userMessage: string;
  /** Whether ORCID says that it could not check the token. */
  readonly isTokenUnchecked: boolean;
}

const UNEXPLAINED: ErrorBody = { reason: null, developerMessage: '', userMessage: '', isTokenUnchecked: false };

/** Reads the shapes ORCID explains itself in: its own, OAuth's, and none at all from the proxy in front. */
export function readErrorBody(response: OrcidResponse): ErrorBody {
  const json = readJson(response);
  return readOrcidError(json) ?? readOAuthError(json) ?? UNEXPLAINED;
}

function readOrcidError(json: unknown): ErrorBody | undefined {
  const { data } = OrcidErrorBody.safeParse(json);
  return (
    data && {
      ...UNEXPLAINED,
      reason: data['error-code'],
      developerMessage: data['developer-message'] ?? '',
      userMessage: data['user-message'] ?? '',
    }
  );
}

/** Of the description only one thing is taken: it may quote the token. */
function readOAuthError(json: unknown): ErrorBody | undefined {
  const { data } = OAuthErrorBody.safeParse(json);
  return data && { ...UNEXPLAINED, reason: data.error, isTokenUnchecked: isUnchecked(data.error_description) };
}

function isUnchecked(description: string | null | undefined): boolean {
  return description?.includes(UNCHECKED) === true;
}
