import { inflateRawSync } from 'node:zlib';
import { fetch, type Response } from 'undici';
import { ISSUER, type ForBench } from './sign-on-bench.ts';

/** A sign-in that a browser has begun. */
export interface Begun extends ForBench {
  readonly requestId: string;
  readonly relayState: string;
  readonly cookie: string;
}

/** The portal as a browser meets it. */
export class PortalClient {
  private readonly address: string;

  constructor(address: string) {
    this.address = address;
  }

  async begin(): Promise<Begun> {
    const response = await fetch(`${this.address}/sign-in`, { redirect: 'manual' });
    const { searchParams } = new URL(response.headers.get('location') ?? '');
    const xml = inflateRawSync(Buffer.from(searchParams.get('SAMLRequest') ?? '', 'base64')).toString();
    return {
      requestId: / ID="([^"]*)"/.exec(xml)?.[1] ?? '',
      relayState: searchParams.get('RelayState') ?? '',
      cookie: cookiesOf(response),
      issuer: ISSUER,
      acsUrl: `${this.address}/saml/acs`,
      audience: `${this.address}/saml/metadata`,
    };
  }

  /** @returns the status, and the cookie of the session if there is one */
  async answer(SAMLResponse: string, { relayState, cookie }: Begun): Promise<{ status: number; session: string }> {
    const body = new URLSearchParams({ SAMLResponse, RelayState: relayState });
    const response = await fetch(`${this.address}/saml/acs`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie },
      body,
    });
    await response.arrayBuffer();
    return { status: response.status, session: cookiesOf(response) };
  }

  /** Whether the session lets its owner in, at whichever portal answers. */
  async isSignedIn(session: string): Promise<boolean> {
    const response = await fetch(`${this.address}/connect`, { redirect: 'manual', headers: { cookie: session } });
    await response.arrayBuffer();
    return response.status === 200;
  }
}

/** Without those that are cleared. */
function cookiesOf(response: Response): string {
  const pairs = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  return pairs.filter((pair) => !pair.endsWith('=')).join('; ');
}
