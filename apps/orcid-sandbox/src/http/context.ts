import { type FastifyRequest } from 'fastify';
import { CallLog } from '../admin/call-log.ts';
import { type FaultSettings } from '../faults/fault-settings.ts';
import { type Fault } from '../faults/fault.ts';
import { Faults } from '../faults/faults.ts';
import { RateLimits } from '../front/rate-limits.ts';
import { WebhookSender } from '../webhooks/webhook-sender.ts';
import { type Registry } from '../registry/registry.ts';
import { type Addresses, addressesUnder, trimmed } from './addresses.ts';
import { type CallTrace } from './call-trace.ts';

/** What the three hosts share: the registry, and under which names the outside knows them. */
export class Context {
  #origin = 'http://localhost';

  readonly faults = new Faults();
  readonly log: CallLog;
  readonly webhookSender: WebhookSender;
  readonly rateLimits: RateLimits;
  /** What is known of each call that is on its way. */
  readonly traces = new WeakMap<FastifyRequest, CallTrace>();

  constructor(readonly registry: Registry) {
    this.log = new CallLog(registry.settings.limits.logEntries);
    this.webhookSender = new WebhookSender(registry);
    this.rateLimits = new RateLimits(registry.settings.rateLimits);
  }

  addFault(settings: FaultSettings): Fault {
    const fault = this.faults.add(settings, this.registry.now());
    this.registry.replica.keepFor(this.faults.lagMs);
    return fault;
  }

  removeFault(id: number): boolean {
    const isRemoved = this.faults.remove(id);
    this.registry.replica.keepFor(this.faults.lagMs);
    return isRemoved;
  }

  clearFaults(): void {
    this.faults.clear();
    this.registry.replica.keepFor(0);
  }

  listensAt(port: number): void {
    this.#origin = `http://localhost:${port}`;
  }

  /** From the settings; never from Host, except when a proxy is trusted to say it. */
  addresses(request?: FastifyRequest): Addresses {
    const { baseUrls, trustProxy } = this.registry.settings;
    if (baseUrls !== undefined) return trimmed(baseUrls);
    const forwarded = trustProxy ? request?.headers['x-forwarded-host'] : undefined;
    if (typeof forwarded !== 'string') return addressesUnder(this.#origin);
    const proto = request?.headers['x-forwarded-proto'];
    return addressesUnder(`${typeof proto === 'string' ? proto : 'https'}://${forwarded}`);
  }
}
