import { type FastifyRequest } from 'fastify';
import { type IncomingMessage, messageInForm, messageInQuery } from '../saml/incoming-message.ts';

/** The raw query, because a redirect's signature is over the very characters that were sent. */
export function messageIn(request: FastifyRequest): IncomingMessage {
  if (request.method === 'POST') return messageInForm(request.body);
  const [, query = ''] = request.raw.url?.split('?', 2) ?? [];
  return messageInQuery(query);
}
