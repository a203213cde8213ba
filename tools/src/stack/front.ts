import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { addressAt } from './addresses.ts';

/**
 * The portal's public address, as a reverse proxy gives it one in production. The portal must know its own address, and
 * the local ORCID and the identity provider must know it, before it starts. A port that is chosen first and listened on
 * later can be taken in between; this one is listened on from the beginning and never let go, and bytes are passed on to
 * the port that the system gave the portal.
 */
export class Front {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  readonly address: string;
  private target: number | undefined;

  private constructor(server: Server, address: string) {
    this.server = server;
    this.address = address;
    server.on('connection', (incoming) => {
      this.passOn(incoming);
    });
  }

  /** @param wanted is listened on when it is free, else any port */
  static async listen(wanted: number): Promise<Front> {
    const server = createServer({ allowHalfOpen: true, noDelay: true });
    await listenOn(server, wanted).catch(() => listenOn(server, 0));
    return new Front(server, addressAt((server.address() as AddressInfo).port));
  }

  /** From now on connections go there; until now they were refused. */
  leadTo(port: number): void {
    this.target = port;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Byte by byte, half-closed and broken as the other side does it: tests of the portal's connections see no difference. */
  private passOn(incoming: Socket): void {
    this.keep(incoming);
    if (this.target === undefined) return void incoming.destroy();
    const outgoing = connect({ port: this.target, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    this.keep(outgoing);
    for (const [from, to] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      from.pipe(to);
      from.on('error', () => to.resetAndDestroy());
      from.on('close', () => {
        if (!from.readableEnded) to.destroy();
      });
    }
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
  }
}

function listenOn(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
