import { type FastifyRequest } from 'fastify';
import { bearerOf } from '../api/authenticate.ts';
import { pathOf, queryOf } from '../api/request-parts.ts';
import { type CallFacts } from '../faults/fault.ts';
import { noTrouble, type Trouble } from '../faults/trouble.ts';
import { type Registry } from '../registry/registry.ts';
import { type OrcidHost } from './host-router.ts';

/** One call from the moment it is received to its entry in the log. */
export interface CallTrace {
  readonly facts: CallFacts;
  /** The names of the faults that struck it. */
  readonly faults: string[];
  readonly trouble: Trouble;
  isLogged: boolean;
}

export function traceOf(registry: Registry, request: FastifyRequest): CallTrace {
  const { authorization } = request.headers;
  const token = bearerOf({ authorization, query: queryOf(request), method: request.method });
  const path = pathOf(request);
  const host = hostAt(path);
  const facts: CallFacts = {
    method: request.method,
    path: host === 'site' ? path : path.slice(`/${host}`.length),
    host,
    token,
    clientId: registry.tokens.find(token ?? '')?.clientId,
    orcid: /(?:\d{4}-){3}\d{3}[\dX]/.exec(path)?.[0],
    now: registry.now(),
  };
  return { facts, faults: [], trouble: noTrouble(), isLogged: false };
}

function hostAt(path: string): OrcidHost {
  if (path.startsWith('/api/')) return 'api';
  return path.startsWith('/pub/') ? 'pub' : 'site';
}
