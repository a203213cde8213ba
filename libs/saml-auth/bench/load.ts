import { once } from 'node:events';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeFederation } from './federation.ts';
import { startDeployment } from './environment.mjs';

export interface Load {
  readonly what: string;
  readonly milliseconds: number;
  readonly memoryMiB: number;
}

/** The operator's `configure` with a federation: fetched, verified, and stored in PostgreSQL; then once more. */
export async function measureLoad(providers: number): Promise<Load[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ligature-bench-load-'));
  const file = path.join(folder, 'federation.xml');
  const publisher = createServer((_request, response) => void createReadStream(file).pipe(response));
  const deployment = await startDeployment(folder);
  try {
    publisher.listen(0, 'localhost');
    await once(publisher, 'listening');
    const url = `http://localhost:${(publisher.address() as AddressInfo).port}/federation.xml`;
    const load = async (what: string, signedBy: string): Promise<Load> => {
      const { milliseconds, memoryMiB } = await deployment.configure(url, signedBy);
      return { what, milliseconds, memoryMiB };
    };
    const one = await load('one provider', pem(await writeFederation(file, 1)));
    const all = pem(await writeFederation(file, providers));
    const count = `${providers.toLocaleString('en')} providers`;
    return [one, await load(`${count}, all new`, all), await load(`${count}, none changed`, all)];
  } finally {
    publisher.close();
    await deployment.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function pem(certificate: string): string {
  return `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----`;
}
