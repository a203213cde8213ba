/** Where people and programs find each part of a stack. */
export interface Addresses {
  readonly portal: string;
  readonly adminApi: string;
  readonly orcidSandbox: string;
  readonly devIdp: string;
}

/** Where each is when its port is free: addresses that people can remember. */
export const WELL_KNOWN = { portal: 3000, adminApi: 3001, orcidSandbox: 3102, devIdp: 3103 } as const;

export function addressAt(port: number | string): string {
  return `http://localhost:${port}`;
}

export function portOf(address: string): string {
  return new URL(address).port;
}
