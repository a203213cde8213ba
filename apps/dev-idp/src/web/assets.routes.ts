import { readFileSync } from 'node:fs';
import { type FastifyInstance } from 'fastify';

/** `assets` stands beside `src` and `dist`, so the same path is right for both. */
function asset(name: string): string {
  return readFileSync(new URL(`../../assets/${name}`, import.meta.url), 'utf8');
}

export function assetRoutes(app: FastifyInstance): void {
  const stylesheet = asset('dev-idp.css');
  const script = asset('continue.js');
  app.get('/assets/dev-idp.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(stylesheet));
  app.get('/assets/continue.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script));
}
