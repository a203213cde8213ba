import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { json } from 'node:stream/consumers';
import { CommandFailedError } from '../stack/command-line.ts';
import { Pool } from './pool.ts';
import { SharedBrowser } from './shared-browser.ts';
import { SharedOrcid } from './shared-orcid.ts';
import { SharedStack } from './shared-stack.ts';

type Handler = (id: string, body: unknown) => Promise<unknown>;

/**
 * What is slow to start and is shared by the files of one test run. Jest gives its test files no memory in common, so they
 * ask over HTTP the process that starts them all (`test/support/shared-services.ts`).
 */
export class TestServices {
  private readonly server: Server;
  private readonly stacks: Pool<SharedStack>;
  private readonly orcids = new Pool((settings) => SharedOrcid.start(settings));
  private readonly browsers = new Pool(() => SharedBrowser.start());
  /** By path; the id of the lease that a request is about comes as its query. */
  private readonly handlers: Readonly<Record<string, Handler>> = {
    '/stack/lease': async () => {
      const { id, resource } = await this.stacks.lease();
      return { id, ...resource.description };
    },
    '/stack/command': async (id, body) => this.stacks.of(id).command(...(body as string[])),
    '/stack/release': async (id, body) => this.stacks.release(id, body === true),
    '/orcid/lease': async (_, settings) => {
      const { id, resource } = await this.orcids.lease(JSON.stringify(settings));
      return { id, addresses: resource.addresses };
    },
    '/orcid/release': async (id, body) => this.orcids.release(id, body === true),
    '/browser/lease': async () => {
      const { id, resource } = await this.browsers.lease();
      return { id, endpoint: resource.endpoint };
    },
    '/browser/release': async (id, body) => this.browsers.release(id, body === true),
  };

  /** @param postgresUrl the server that stacks make their databases in */
  private constructor(postgresUrl: string) {
    // To start one takes a processor ten seconds; test files beyond that wait for one less long.
    this.stacks = new Pool(() => SharedStack.start(postgresUrl), Math.max(availableParallelism(), 2));
    this.server = createServer((request, response) => void this.answer(request, response));
    // A stack that is started on a busy machine takes its time.
    this.server.requestTimeout = 0;
  }

  static async start(postgresUrl: string): Promise<TestServices> {
    const services = new TestServices(postgresUrl);
    await new Promise<void>((resolve) => services.server.listen(0, '127.0.0.1', resolve));
    return services;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await Promise.all([this.stacks.stop(), this.orcids.stop(), this.browsers.stop()]);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    // A connection that is kept is closed here at the very moment at which a busy test file uses it again.
    response.setHeader('connection', 'close');
    try {
      const handler = this.handlers[pathname];
      if (handler === undefined) throw new Error(`${pathname} is none of ${Object.keys(this.handlers).join(', ')}`);
      const answer = await handler(searchParams.get('lease') ?? '', await json(request));
      response.end(JSON.stringify(answer ?? null));
    } catch (error) {
      response.statusCode = error instanceof CommandFailedError ? 422 : 500;
      const { message, stack = message, stderr } = error as Error & { stderr?: string };
      response.end(JSON.stringify({ message: response.statusCode === 422 ? message : stack, stderr }));
    }
  }
}
