import { type AddressInfo } from 'node:net';
import { type FastifyInstance } from 'fastify';
import { type Addresses } from './http/addresses.ts';
import { Context } from './http/context.ts';
import { buildServer } from './http/server.ts';
import { type Settings } from './settings/settings.ts';
import { type WebhookSender } from './webhooks/webhook-sender.ts';
import { seed } from './registry/seed.ts';
import { StateFile } from './registry/state-file.ts';
import { Registry } from './registry/registry.ts';

export interface SimulatorOptions {
  readonly settings: Settings;
  readonly port: number;
  readonly host: string;
  readonly state?: string | undefined;
}

/** A running local ORCID. */
export class Simulator {
  #stopped: Promise<void> | undefined;

  private constructor(
    private readonly server: FastifyInstance,
    private readonly stateFile: StateFile | undefined,
    private readonly webhookSender: WebhookSender,
    readonly port: number,
    readonly addresses: Addresses,
    readonly registry: Registry,
  ) {}

  static async start({ settings, port, host, state }: SimulatorOptions): Promise<Simulator> {
    const registry = new Registry(settings);
    const stateFile = state === undefined ? undefined : new StateFile(state, registry);
    stateFile?.load();
    seed(registry);
    const context = new Context(registry);
    const server = await buildServer(context);
    await server.listen({ port, host });
    const bound = (server.server.address() as AddressInfo).port;
    context.listensAt(bound);
    if (stateFile !== undefined) {
      await registry.key.made();
      registry.onChange = () => {
        stateFile.saveSoon();
      };
      stateFile.save();
    }
    context.webhookSender.start();
    return new Simulator(server, stateFile, context.webhookSender, bound, context.addresses(), registry);
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    await this.webhookSender.stop();
    await this.server.close();
    this.stateFile?.save();
  }
}
