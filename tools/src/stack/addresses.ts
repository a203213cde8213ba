/** Where people and programs find each part of a stack. */
export interface Addresses {
  readonly portal: string;
  readonly adminApi: string;
  readonly orcidSandbox: string;
  readonly devIdp: string;
  /** Of the second institution: its portal, in the same process, and its own identity provider. */
  readonly otherPortal?: string;
  readonly otherIdp?: string;
}

/** Where each is when its port is free: addresses that people can remember. */
export const WELL_KNOWN = { portal: 3000, adminApi: 3001, orcidSandbox: 3102, devIdp: 3103, otherIdp: 3104 } as const;

export function addressAt(port: number | string): string {
  return `http://localhost:${port}`;
}

/**
 * The same port by the other name of this machine: a second host for browsers, without any DNS. What signs in there must be
 * there too: to another site, browsers send the cookie of a sign-in over https only.
 */
export function atOtherName(address: string): string {
  return address.replace('localhost', '127.0.0.1');
}

export function portOf(address: string): string {
  return new URL(address).port;
}
