import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where providers and federations publish their metadata; it may be away at times. */
export class MetadataHost {
  /** What is published, by path. */
  readonly documents = new Map<string, string>();
  /** Paths that were asked for and, of each, whether it had to be sent. */
  readonly asked: string[] = [];
  private readonly server = createServer(({ url = '', headers }, response) => {
    const text = this.documents.get(url);
    const etag = `"${createHash('sha256')
      .update(text ?? '')
      .digest('hex')}"`;
    const status = text === undefined ? 503 : headers['if-none-match'] === etag ? 304 : 200;
    this.asked.push(`${url} ${status}`);
    response.writeHead(status, { etag }).end(status === 200 ? text : undefined);
  });

  async start(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  publish(path: string, text: string): string {
    this.documents.set(path, text);
    return this.address(path);
  }

  address(path = ''): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }
}
