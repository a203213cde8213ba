import { cookieFor } from '@ligature/web';
import type { Request, Response } from 'express';

const ONE_YEAR_MS = 365 * 24 * 60 * 60_000;
/** Longest entity id (SAML core 8.3.6). */
const LONGEST = 1024;

/** The provider somebody chose last, in a cookie that only says which; it lets nobody in. */
export class RememberedProvider {
  private readonly cookie: ReturnType<typeof cookieFor>;

  constructor(portalUrl: URL) {
    this.cookie = cookieFor('provider', portalUrl);
  }

  read({ headers }: Request): string | undefined {
    const pair = (headers.cookie ?? '').split(/;\s*/).find((text) => text.startsWith(`${this.cookie.name}=`));
    const value = pair?.slice(this.cookie.name.length + 1) ?? '';
    try {
      return value === '' || value.length > 3 * LONGEST ? undefined : decodeURIComponent(value);
    } catch {
      return undefined;
    }
  }

  keep(response: Response, entityId: string): void {
    const { name, ...options } = this.cookie;
    response.cookie(name, entityId, { ...options, maxAge: ONE_YEAR_MS });
  }

  forget(response: Response): void {
    const { name, ...options } = this.cookie;
    response.clearCookie(name, options);
  }
}
