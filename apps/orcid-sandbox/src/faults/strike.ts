import { setTimeout as sleep } from 'node:timers/promises';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Registry } from '../registry/registry.ts';
import { type FaultSettings } from './fault-settings.ts';
import { type Strike } from './faults.ts';
import { writeOddError } from './odd-errors.ts';
import { refuseWith } from './refuse-with.ts';
import { type Trouble } from './trouble.ts';

/** Does what the fault says before the call is handled, and notes in `trouble` what it does later. */
export async function strike(
  { fault, hit }: Strike,
  registry: Registry,
  accessToken: string | undefined,
  trouble: Trouble,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  switch (fault.effect) {
    case 'truncate':
    case 'reset-after':
    case 'key-order':
      trouble.after.push(fault.effect);
      return;
    case 'latency':
      await wait(fault.latencyMs);
      return;
    case 'advance-clock':
      registry.clock.advance(fault.advanceSeconds * 1000);
      return;
    case 'revoke-token':
      endToken(registry, accessToken, fault.reason);
      return;
    case 'reset-before':
      reply.hijack();
      request.raw.socket.destroy();
      return;
    case 'authorization-server-error':
      trouble.introspection = 'error';
      return;
    case 'authorization-server-unreachable':
      trouble.introspection = 'unreachable';
      return;
    case 'authorization-server-slow':
      return waitForIntrospection(registry, fault.latencyMs, trouble);
    case 'replica-lag':
      trouble.lagMs = Math.max(trouble.lagMs, fault.lagSeconds * 1000);
      return;
    case 'odd-server-error':
      if (fault.carriedOut) trouble.after.push({ effect: 'odd-server-error', hit });
      else await reply.send(writeOddError(reply, hit));
      return;
    case 'unavailable':
    case 'too-many-requests':
    case 'server-error':
    case 'refuse':
      await refuseWith(fault, fault.effect, reply);
  }
}

/** ORCID gives up on its authorization server after a while, and takes that for an invalid token (S: HttpRequestUtils). */
async function waitForIntrospection(registry: Registry, latencyMs: number, trouble: Trouble): Promise<void> {
  const timeoutMs = registry.settings.oauth.introspectionTimeoutSeconds * 1000;
  await wait(Math.min(latencyMs, timeoutMs));
  if (latencyMs >= timeoutMs) trouble.introspection = 'unreachable';
}

/** Does not keep a program alive that is asked to stop. */
function wait(ms: number): Promise<void> {
  return sleep(ms, undefined, { ref: false });
}

function endToken(registry: Registry, accessToken: string | undefined, reason: FaultSettings['reason']): void {
  const token = registry.tokens.find(accessToken ?? '');
  if (token === undefined) return;
  registry.tokens.revoke([token], reason);
  registry.changed();
}
