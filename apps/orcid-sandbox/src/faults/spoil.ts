import { Readable } from 'node:stream';
import { type FastifyReply } from 'fastify';
import { writeOddError } from './odd-errors.ts';
import { reorderKeys } from './reorder-keys.ts';
import { type AfterEffect } from './trouble.ts';

/** What becomes of an answer after the call was carried out. */
export function spoil(payload: unknown, effects: readonly AfterEffect[], reply: FastifyReply): unknown {
  return effects.reduce((body, effect) => spoilOnce(body, effect, reply), payload);
}

function spoilOnce(payload: unknown, effect: AfterEffect, reply: FastifyReply): unknown {
  if (typeof effect === 'object') return writeOddError(reply, effect.hit) ?? null;
  switch (effect) {
    case 'truncate':
      return typeof payload === 'string' ? truncated(payload, reply) : payload;
    case 'key-order':
      return typeof payload === 'string' && isJson(reply) ? reorderKeys(payload) : payload;
    case 'reset-after':
      reply.request.raw.socket.destroy();
      return payload;
  }
}

function isJson(reply: FastifyReply): boolean {
  return /^application\/(.*\+)?json/.test(String(reply.getHeader('content-type')));
}

/** Half of the answer, under a Content-Length that promises all of it. */
function truncated(payload: string, reply: FastifyReply): Readable {
  const bytes = Buffer.from(payload);
  reply.header('content-length', bytes.length);
  return Readable.from(cutShort(bytes), { objectMode: false });
}

async function* cutShort(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes.subarray(0, Math.floor(bytes.length / 2));
  // Gives the first half time to leave before the stream, and with it the connection, breaks off.
  await new Promise((resolve) => setImmediate(resolve));
  throw new Error('the connection breaks off in mid-answer, as asked');
}
