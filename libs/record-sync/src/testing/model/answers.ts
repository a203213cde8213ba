import type { ServerResponse } from 'node:http';
import { MODEL_SECTION_NAMES, MODEL_SECTIONS } from './sections.ts';
import type { StandingItem, Written } from './simulated-record.ts';

/** What ORCID answers. */
export interface Answer {
  readonly status: number;
  readonly body?: object | string;
  readonly location?: string;
}

const OWNER = { 'source-orcid': { path: '0000-0000-0000-0000' }, 'source-client-id': null };

/** An item as a read shows it. */
export function shown({ putCode, client, json }: StandingItem): object {
  const source = client === undefined ? OWNER : { 'source-orcid': null, 'source-client-id': { path: client } };
  return { ...json, 'put-code': Number(putCode), source };
}

/** The lists of one half of a record. */
export function half(which: 'activities' | 'person', items: readonly StandingItem[]): object {
  const sections = MODEL_SECTION_NAMES.filter((name) => MODEL_SECTIONS[name].half === which);
  return Object.fromEntries(
    sections.map((name) => [
      `${name}s`,
      MODEL_SECTIONS[name].list(items.filter(({ section }) => section === name).map(shown)),
    ]),
  );
}

export function failure(status: number, code: number, message = ''): Answer & { readonly body: object } {
  return {
    status,
    body: { 'response-code': status, 'error-code': code, 'developer-message': message, 'user-message': message },
  };
}

export const INVALID_TOKEN: Answer = { status: 401, body: { error: 'invalid_token' } };
export const BUSY: Answer = { status: 503, body: '<html>Service Unavailable</html>' };

/** What ORCID says of a write that it did not do (orcid-api 8). */
export function refusal(written: Exclude<Written, { kind: 'done' }>, isPersonal: boolean): ReturnType<typeof failure> {
  switch (written.kind) {
    case 'absent':
      return failure(404, 9016);
    case 'not-source':
      return failure(403, 9010);
    case 'duplicate':
      return isPersonal
        ? failure(409, 9030)
        : failure(409, 9021, `You have already added this activity, see element with put-code ${written.putCode}.`);
  }
}

export function send(response: ServerResponse, { status, body, location }: Answer): void {
  const isText = typeof body === 'string';
  response.writeHead(status, {
    'Content-Type': isText ? 'text/html' : 'application/json',
    ...(location !== undefined && { Location: location }),
  });
  response.end(isText ? body : JSON.stringify(body));
}
