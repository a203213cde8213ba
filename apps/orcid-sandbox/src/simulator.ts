import { type AddressInfo } from 'node:net';
import { type FastifyInstance } from 'fastify';
import { type Addresses } from './http/addresses.ts';
import { Context } from './http/context.ts';
import { buildServer } from './http/server.ts';
import { type Settings } from './settings/settings.ts';
import { type WebhookSender } from './webhooks/webhook-sender.ts';
import { seed } from './world/seed.ts';
import { StateFile } from './world/state-file.ts';
import { World } from './world/world.ts';

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
    readonly world: World,
  ) {}

  static async start({ settings, port, host, state }: SimulatorOptions): Promise<Simulator> {
    const world = new World(settings);
    const stateFile = state === undefined ? undefined : new StateFile(state, world);
    stateFile?.load();
    seed(world);
    const context = new Context(world);
    const server = await buildServer(context);
    await server.listen({ port, host });
    const bound = (server.server.address() as AddressInfo).port;
    context.listensAt(bound);
    if (stateFile !== undefined) {
      await world.key.made();
      world.onChange = () => {
        stateFile.saveSoon();
      };
      stateFile.save();
    }
    context.webhookSender.start();
    return new Simulator(server, stateFile, context.webhookSender, bound, context.addresses(), world);
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
