import { inflateRawSync } from 'node:zlib';
import { Agent, fetch, type Response } from 'undici';
import type { Asked } from './facts.ts';
import type { Delivery } from './recipe.ts';

/** A sign-in that a browser has begun. */
export interface BegunAt extends Asked {
  readonly relayState: string;
  /** The cookie that was given out with it. */
  readonly cookie: string;
}

export interface Answered {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
  readonly cookies: readonly string[];
}

/** A connection for each request: the portal closes those on which too much is sent. */
const dispatcher = new Agent({ pipelining: 0 });

/** The portal's endpoints for sign-ins, as a browser uses them. */
export class SamlEndpoint {
  constructor(
    private readonly portal: string,
    private readonly provider: string,
  ) {}

  /** Begins a sign-in and stops where the browser would go to the provider. @param session cookie of whoever is signed in */
  async begin(session = ''): Promise<BegunAt> {
    const url = `${this.portal}/sign-in?provider=${encodeURIComponent(this.provider)}`;
    const response = await fetch(url, { redirect: 'manual', dispatcher, headers: { cookie: session } });
    const to = new URL(response.headers.get('location') ?? '');
    const xml = inflateRawSync(Buffer.from(to.searchParams.get('SAMLRequest') ?? '', 'base64')).toString('utf8');
    return {
      requestId: / ID="([^"]*)"/.exec(xml)?.[1] ?? '',
      acsUrl: / AssertionConsumerServiceURL="([^"]*)"/.exec(xml)?.[1] ?? '',
      audience: /<saml:Issuer[^>]*>([^<]*)</.exec(xml)?.[1] ?? '',
      issuer: this.provider,
      now: new Date(),
      relayState: to.searchParams.get('RelayState') ?? '',
      cookie: cookiesOf(response).join('; '),
    };
  }

  /** Whether the portal knows whose session it is. */
  async isSignedIn(session: string): Promise<boolean> {
    const response = await fetch(`${this.portal}/connection`, {
      redirect: 'manual',
      dispatcher,
      headers: { cookie: session, accept: 'text/html' },
    });
    await response.text();
    return response.status !== 401;
  }

  async deliver(delivery: Delivery, { cookie }: BegunAt): Promise<Answered> {
    const { method = 'POST', contentType = 'application/x-www-form-urlencoded', query, rawBody } = delivery;
    const body = rawBody ?? new URLSearchParams(delivery.fields.map(([name, value]) => [name, value])).toString();
    const response = await fetch(`${this.portal}/saml/acs${query === undefined ? '' : `?${query}`}`, {
      method,
      dispatcher,
      redirect: 'manual',
      headers: { cookie, accept: 'text/html', ...(method === 'POST' && { 'content-type': contentType }) },
      ...(method === 'POST' && { body }),
    });
    return {
      status: response.status,
      location: response.headers.get('location'),
      text: await response.text(),
      cookies: cookiesOf(response),
    };
  }
}

/** Only cookies that hold something: one that is cleared holds nothing. */
function cookiesOf(response: Response): string[] {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((pair) => !pair.endsWith('='));
}
