import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { OrcidError } from '../api/orcid-error.ts';
import { sendError } from '../api/respond.ts';
import { sendTooMany, sendUnavailable } from '../front/proxy-answers.ts';
import { type World } from '../world/world.ts';
import { type FaultSettings } from './fault.ts';

/** Does what the fault says before the call is handled. `after` collects what is to happen to the answer. */
export async function strike(
  fault: FaultSettings,
  world: World,
  accessToken: string | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<'truncate' | 'reset-after' | undefined> {
  switch (fault.effect) {
    case 'truncate':
    case 'reset-after':
      return fault.effect;
    case 'latency':
      await sleep(fault.latencyMs);
      return undefined;
    case 'advance-clock':
      world.clock.advance(fault.advanceSeconds * 1000);
      return undefined;
    case 'revoke-token':
      endToken(world, accessToken, fault.reason);
      return undefined;
    case 'reset-before':
      reply.hijack();
      request.raw.socket.destroy();
      return undefined;
    case 'unavailable':
      await sendUnavailable(reply);
      return undefined;
    case 'too-many-requests':
      await sendTooMany(reply);
      return undefined;
    case 'server-error':
      await sendError(reply, new OrcidError(9008), 'application/json');
      return undefined;
    case 'refuse':
      await sendError(reply, new OrcidError(fault.error), 'application/json');
      return undefined;
  }
}

function endToken(world: World, accessToken: string | undefined, reason: FaultSettings['reason']): void {
  const token = world.tokens.find(accessToken ?? '');
  if (token === undefined) return;
  world.tokens.revoke([token], reason);
  world.changed();
}

/** Half of the answer, under a Content-Length that promises all of it. */
export function truncated(payload: string, reply: FastifyReply): Readable {
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
