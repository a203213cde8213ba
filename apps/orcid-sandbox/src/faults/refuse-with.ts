import { type FastifyReply } from 'fastify';
import { OrcidError } from '../api/orcid-error.ts';
import { sendError } from '../api/respond.ts';
import { sendTooMany, sendUnavailable } from '../front/proxy-answers.ts';
import { type FaultSettings } from './fault-settings.ts';

type Refusal = 'unavailable' | 'too-many-requests' | 'server-error' | 'refuse';

/** Answers in place of ORCID. */
export function refuseWith(fault: FaultSettings, effect: Refusal, reply: FastifyReply): FastifyReply {
  switch (effect) {
    case 'unavailable':
      return sendUnavailable(reply);
    case 'too-many-requests':
      return sendTooMany(reply);
    case 'server-error':
      return sendError(reply, new OrcidError(9008), 'application/json');
    case 'refuse':
      return sendError(reply, new OrcidError(fault.error), 'application/json');
  }
}
