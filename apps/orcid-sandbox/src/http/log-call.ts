import { type FastifyRequest } from 'fastify';
import { fingerprint, type LoggedCall, withoutSecrets } from '../admin/call-log.ts';
import { bareType } from '../api/media-type.ts';
import { queryOf, textOf } from '../api/request-parts.ts';
import { type CallTrace } from './call-trace.ts';

const BODY_SHOWN = 20_000;

export interface Outcome {
  /** 0 when nothing was done about the call. */
  readonly status: number;
  /** The caller did not wait for the answer. */
  readonly isCallerGone: boolean;
}

/** What the log says of a call. */
export function entryOf(request: FastifyRequest, trace: CallTrace, outcome: Outcome): Omit<LoggedCall, 'id'> {
  const { facts, faults } = trace;
  const { accept, 'content-type': contentType } = request.headers;
  const clientId = facts.clientId ?? clientOfForm(request);
  const query = withoutSecrets(queryOf(request).toString());
  const body = bodyOf(request);
  return {
    at: new Date(facts.now).toISOString(),
    host: facts.host,
    method: facts.method,
    url: query === '' ? facts.path : `${facts.path}?${query}`,
    status: outcome.status,
    ...(outcome.isCallerGone ? { callerGone: true as const } : {}),
    ...(clientId === undefined ? {} : { clientId }),
    ...(facts.orcid === undefined ? {} : { orcid: facts.orcid }),
    ...(facts.token === undefined ? {} : { token: fingerprint(facts.token) }),
    ...(accept === undefined ? {} : { accept }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(body === '' ? {} : { body }),
    ...(faults.length === 0 ? {} : { faults }),
  };
}

function bodyOf(request: FastifyRequest): string {
  const body = textOf(request);
  return isForm(request) ? withoutSecrets(body) : body.slice(0, BODY_SHOWN);
}

function clientOfForm(request: FastifyRequest): string | undefined {
  return isForm(request) ? (new URLSearchParams(textOf(request)).get('client_id') ?? undefined) : undefined;
}

function isForm(request: FastifyRequest): boolean {
  return bareType(request.headers['content-type']) === 'application/x-www-form-urlencoded';
}
