import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Test } from '@nestjs/testing';
import { fetch } from 'undici';
import { ConfigModule } from '../config/config.module.ts';
import { readConfigs } from '../config/read-configs.ts';
import { OutboundModule } from './outbound.module.ts';
import { ProxyConfig } from './proxy.config.ts';

describe('what a process fetches', () => {
  const asked: (string | undefined)[] = [];
  const server = createServer(({ url }, response) => {
    asked.push(url);
    response.setHeader('connection', 'close').end('here');
  });
  let here: string;

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  beforeEach(() => void asked.splice(0));

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const whileRunning = async (env: Record<string, string>, address: string): Promise<string> => {
    const config = ConfigModule.with(readConfigs([ProxyConfig], env));
    const module = await Test.createTestingModule({ imports: [config, OutboundModule] }).compile();
    await module.init();
    try {
      return await (await fetch(address)).text();
    } finally {
      await module.close();
    }
  };

  it('goes through the proxy that is named', async () => {
    expect(await whileRunning({ HTTP_PROXY: here }, 'http://metadata.example/all.xml')).toBe('here');
    expect(asked).toEqual(['http://metadata.example/all.xml']);
  });

  it('goes straight to this computer all the same', async () => {
    expect(await whileRunning({ HTTP_PROXY: 'http://127.0.0.1:9' }, `${here}/all.xml`)).toBe('here');
    expect(asked).toEqual(['/all.xml']);
  });
});
