/** The public addresses of the three hosts, without a slash at the end. */
export interface Addresses {
  readonly site: string;
  readonly api: string;
  readonly pub: string;
}

/** The default: one listener, told apart by path. */
export function addressesUnder(origin: string): Addresses {
  return { site: origin, api: `${origin}/api`, pub: `${origin}/pub` };
}

export function trimmed(addresses: Addresses): Addresses {
  const trim = (url: string) => url.replace(/\/+$/, '');
  return { site: trim(addresses.site), api: trim(addresses.api), pub: trim(addresses.pub) };
}

export function hostOf(address: string): string {
  return new URL(address).host;
}
