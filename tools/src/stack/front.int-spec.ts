import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Front } from './front.ts';

describe('a front', () => {
  const servers: Server[] = [];
  let front: Front;

  beforeEach(async () => {
    front = await Front.listen(0);
  });
  afterEach(async () => {
    await front.close();
    for (const server of servers.splice(0)) server.close();
  });

  const behind = async (answer: Parameters<typeof createServer>[1]): Promise<number> => {
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  };

  it('has its address before anything is behind it, and refuses until then', async () => {
    expect(new URL(front.address).port).not.toBe('0');
    await expect(fetch(front.address)).rejects.toThrow();
    front.leadTo(await behind((_, response) => response.end('here')));
    expect(await (await fetch(front.address)).text()).toBe('here');
  });

  it('passes on large bodies both ways', async () => {
    front.leadTo(await behind((request, response) => void text(request).then((body) => response.end(body))));
    const body = 'x'.repeat(3_000_000);
    expect(await (await fetch(front.address, { method: 'POST', body })).text()).toBe(body);
  });

  it('breaks a connection that is broken behind it', async () => {
    front.leadTo(await behind((request) => request.socket.resetAndDestroy()));
    await expect(fetch(front.address)).rejects.toThrow();
  });

  it('takes another port where the wanted one is taken', async () => {
    const taken = await behind(undefined);
    const other = await Front.listen(taken);
    expect(new URL(other.address).port).not.toBe(String(taken));
    await other.close();
  });

  it('leaves nothing open when it is closed', async () => {
    front.leadTo(await behind(() => undefined));
    const waiting = fetch(front.address).then(
      () => 'answered',
      () => 'broken',
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    await front.close();
    expect(await waiting).toBe('broken');
    front = await Front.listen(0);
  });
});
