import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface ReceivedCall {
  readonly method: string | undefined;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An institution's endpoint for webhooks: notes every call, and answers as the test says. */
export class Receiver {
  status = 204;
  readonly calls: ReceivedCall[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      void text(request).then((body) => {
        const call = { method: request.method, path: request.url ?? '', headers: request.headers, body };
        this.calls.push(call);
        response.writeHead(this.status, { location: '/elsewhere' }).end();
        this.#server.emit('call', call);
      });
    });
  }

  static async start(): Promise<Receiver> {
    const receiver = new Receiver();
    receiver.#server.listen(0, '127.0.0.1');
    await once(receiver.#server, 'listening');
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async next(): Promise<ReceivedCall> {
    return this.calls[0] ?? ((await once(this.#server, 'call')) as [ReceivedCall])[0];
  }

  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
