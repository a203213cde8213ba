import { cookieFor } from '@ligature/web';
import type { CookieOptions, Request, Response } from 'express';
import { SIGN_ON_LIFETIME_MS } from './sign-on.ts';

const HANDLE = /^[\w-]{12}$/;

/**
 * The cookie that binds a sign-in to the browser that began it: one for each, so that two tabs do not disturb each other.
 * The answer is posted from the provider's site, so over https it must be sent across sites.
 */
export class SignOnCookie {
  constructor(private readonly portalUrl: URL) {}

  set(response: Response, handle: string, secret: string): void {
    const { name, options } = this.cookie(handle);
    response.cookie(name, secret, { ...options, maxAge: SIGN_ON_LIFETIME_MS });
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
    const { name, ...options } = cookieFor(`sign-in-${handle}`, this.portalUrl);
    return { name, options: { ...options, sameSite: options.secure === true ? 'none' : 'lax' } };
  }
}
