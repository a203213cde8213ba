import { cookieFor, type PublicAddress } from '@ligature/web';
import type { CookieOptions, Request, Response } from 'express';

const HANDLE = /^[\w-]{12}$/;
const LIFETIME_MS = 10 * 60_000;

/**
 * The cookie that binds a round trip to the browser that began it: one for each, so that two tabs do not disturb each
 * other. The answer may be posted from the provider's site, so over https it must be sent across sites.
 */
export class BrowserBinding {
  constructor(
    private readonly purpose: 'sign-in' | 'sign-out',
    private readonly address: Pick<PublicAddress, 'isSecure'>,
  ) {}

  set(response: Response, { handle, secret }: { readonly handle: string; readonly secret: string }): void {
    const { name, options } = this.cookie(handle);
    response.cookie(name, secret, { ...options, maxAge: LIFETIME_MS });
  }

  /** Reads the cookie that belongs to a RelayState, which anybody may have written. */
  read(request: Request, relayState: unknown): { readonly handle: string; readonly secret: string | undefined } {
    const handle = typeof relayState === 'string' && HANDLE.test(relayState) ? relayState : '';
    const { name } = this.cookie(handle);
    const pair = (request.headers.cookie ?? '').split(/;\s*/).find((text) => text.startsWith(`${name}=`));
    return { handle, secret: pair?.slice(name.length + 1) };
  }

  clear(response: Response, handle: string): void {
    const { name, options } = this.cookie(handle);
    if (handle !== '') response.clearCookie(name, options);
  }

  private cookie(handle: string): { readonly name: string; readonly options: CookieOptions } {
    const { name, ...options } = cookieFor(`${this.purpose}-${handle}`, this.address);
    return { name, options: { ...options, sameSite: options.secure === true ? 'none' : 'lax' } };
  }
}
