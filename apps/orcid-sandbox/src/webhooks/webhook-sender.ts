import { Agent, request } from 'undici';
import { type Registry } from '../registry/registry.ts';
import { dueWebhooks } from './due.ts';
import { type Webhook } from './webhook.ts';

const AT_ONCE = 20;

/**
 * Tells registered addresses that a record has changed: an empty POST, unsigned, that does not say what (S:
 * WebhookManagerImpl). Several changes between two runs are one call.
 */
export class WebhookSender {
  readonly #agent: Agent;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<number> | undefined;

  constructor(private readonly registry: Registry) {
    const timeout = registry.settings.webhooks.timeoutSeconds * 1000;
    this.#agent = new Agent({ connect: { timeout }, headersTimeout: timeout, bodyTimeout: timeout });
  }

  start(): void {
    const { enabled, intervalSeconds } = this.registry.settings.webhooks;
    if (enabled) this.#timer = setInterval(() => void this.run(), intervalSeconds * 1000);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#agent.destroy();
    await this.#running;
  }

  /** One run over everything that is due. @returns how many calls were made */
  run(): Promise<number> {
    this.#running ??= this.#sendDue().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #sendDue(): Promise<number> {
    const waiting = dueWebhooks(this.registry);
    /** A receiver that answers 429 silences all hooks of its client for the rest of the run. */
    const silenced = new Set<string>();
    let calls = 0;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, AT_ONCE).filter((webhook) => !silenced.has(webhook.clientId));
      calls += batch.length;
      await Promise.all(batch.map((webhook) => this.#send(webhook, silenced)));
    }
    return calls;
  }

  async #send(webhook: Webhook, silenced: Set<string>): Promise<void> {
    const revision = this.registry.record(webhook.orcid)?.revision ?? 0;
    const status = await this.#post(webhook.uri);
    if (status === 429) silenced.add(webhook.clientId);
    // It may have been removed while the call was under way.
    if (this.registry.webhooks.find(webhook.orcid, webhook.uri) === undefined) return;
    const now = this.registry.now();
    const isHeard = status >= 200 && status < 300;
    this.registry.webhooks.put(
      isHeard
        ? { ...webhook, seenRevision: revision, failures: 0, lastSent: now }
        : { ...webhook, failures: webhook.failures + 1, lastFailed: now },
    );
    this.registry.changed();
  }

  /** @returns the status, or 0 when there was no answer */
  async #post(uri: string): Promise<number> {
    try {
      const { statusCode, body } = await request(uri, {
        method: 'POST',
        headers: { 'content-length': '0', 'user-agent': 'Java-http-client/17.0.12' },
        dispatcher: this.#agent,
      });
      await body.dump();
      return statusCode;
    } catch {
      return 0;
    }
  }
}
