import { type FastifyRequest } from 'fastify';

/** What the path names does not exist. */
export class NotHere extends Error {}

export function notFound(): never {
  throw new NotHere('There is nothing of this name.');
}

export function paramOf(request: FastifyRequest, name: string): string {
  return (request.params as Record<string, string>)[name] ?? '';
}
