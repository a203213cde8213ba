import { freePort } from './ports.ts';

/** Where each face and peer of a house is. */
export interface Addresses {
  readonly portal: string;
  readonly adminApi: string;
  readonly orcidSandbox: string;
  readonly devIdp: string;
}

const WANTED = { portal: 3000, adminApi: 3001, orcidSandbox: 3102, devIdp: 3103 } as const;

/** The well-known ports where they are free, others where they are taken; or any, when several houses stand side by side. */
export async function chooseAddresses(anyPorts = false): Promise<Addresses> {
  const address = async (name: keyof typeof WANTED): Promise<string> =>
    `http://localhost:${await freePort(anyPorts ? 0 : WANTED[name])}`;
  return {
    portal: await address('portal'),
    adminApi: await address('adminApi'),
    orcidSandbox: await address('orcidSandbox'),
    devIdp: await address('devIdp'),
  };
}

export function portOf(address: string): string {
  return new URL(address).port;
}
