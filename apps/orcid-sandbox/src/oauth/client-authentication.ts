import { timingSafeEqual } from 'node:crypto';
import { type ClientSettings } from '../settings/settings.ts';
import { type Registry } from '../registry/registry.ts';
import { TokenError } from './token-error.ts';

interface Presented {
  readonly id: string;
  readonly secret: string;
}

/**
 * Basic or in the body; both work since March 2026 (S: OrcidApiCommonEndpoints).
 * @throws TokenError 401
 */
export function authenticateClient(
  registry: Registry,
  authorization: string | undefined,
  form: URLSearchParams,
): ClientSettings {
  const presented = fromBasic(authorization) ?? fromForm(form);
  if (presented.id === '') throw new TokenError(401, 'invalid_request', 'clientIdMissing', 'client_id is required');
  const client = registry.clients.find(presented.id);
  const secrets = client === undefined ? [] : registry.clients.secretsOf(client, registry.now());
  if (client === undefined || !secrets.some((secret) => isSame(secret, presented.secret))) {
    throw new TokenError(401, 'invalid_client', 'clientUnknown', 'Client authentication failed');
  }
  if (client.state === 'active') return client;
  throw new TokenError(401, 'invalid_client', 'clientInactive', `Client (${client.id}) is ${client.state}`);
}

function fromBasic(authorization: string | undefined): Presented | undefined {
  const [, encoded] = /^basic\s+(\S+)$/i.exec(authorization ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString().split(':');
  return { id: decode(id), secret: decode(secret.join(':')) };
}

/** RFC 6749 section 2.3.1: both parts are form-encoded before they are joined. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    return part;
  }
}

function fromForm(form: URLSearchParams): Presented {
  return { id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' };
}

function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
