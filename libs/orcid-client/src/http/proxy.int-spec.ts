import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OrcidClient } from '../orcid-client.ts';
import { OrcidDouble } from '../testing/orcid-double.ts';

/** A proxy that leads every host to one. */
class LeadingProxy {
  readonly asked: string[] = [];
  private readonly server: Server = createServer();

  async start(toPort: number): Promise<void> {
    this.server.on('request', (asked, answer) => {
      const { method, url = '', headers } = asked;
      const { host, pathname, search } = new URL(url);
      this.asked.push(host);
      const onward = request({ port: toPort, host: '127.0.0.1', method, path: pathname + search, headers }, (got) => {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
      });
      asked.pipe(onward);
    });
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

describe('the way to ORCID', () => {
  const proxy = new LeadingProxy();
  let orcid: OrcidDouble;
  let client: OrcidClient | undefined;

  beforeAll(async () => {
    orcid = await OrcidDouble.start();
    await proxy.start(Number(new URL(orcid.addresses.api).port));
  });

  afterEach(async () => {
    proxy.asked.length = 0;
    await client?.close();
  });

  afterAll(async () => {
    proxy.stop();
    await orcid.stop();
  });

  const isUp = (host: string, noProxy = ''): Promise<boolean> => {
    const address = `http://${host}`;
    client = new OrcidClient({
      orcid: { site: address, api: address },
      tries: 1,
      proxy: { httpProxy: proxy.url, httpsProxy: '', noProxy },
    });
    orcid.willAnswer({ status: 200, body: { overallOk: true } });
    return client.status.isUp();
  };

  it('leads through the proxy that was named', async () => {
    expect(await isUp('orcid.example:8080')).toBe(true);
    expect(proxy.asked).toEqual(['orcid.example:8080']);
  });

  it('leads straight to hosts that were excepted', async () => {
    const { host } = new URL(orcid.addresses.api);
    expect(await isUp(host, 'elsewhere.example,127.0.0.1')).toBe(true);
    expect(proxy.asked).toEqual([]);
  });
});
