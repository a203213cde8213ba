import { cookieFor } from '@ligature/web';
import type { Visitor } from '../visitor/visitor.ts';

const ONE_YEAR_MS = 365 * 24 * 60 * 60_000;
/** Longest entity id (SAML core 8.3.6). */
const LONGEST = 1024;

/** The provider somebody chose last, in a cookie that only says which; it lets nobody in. */
export class RememberedProvider {
  private readonly cookie: ReturnType<typeof cookieFor>;

  constructor(
    private readonly visitor: Pick<Visitor, 'request' | 'response'> & {
      readonly tenant: Pick<Visitor['tenant'], 'address'>;
    },
  ) {
    this.cookie = cookieFor('provider', visitor.tenant.address);
  }

  read(): string | undefined {
    const { cookie } = this.visitor.request.headers;
    const pair = (cookie ?? '').split(/;\s*/).find((text) => text.startsWith(`${this.cookie.name}=`));
    const value = pair?.slice(this.cookie.name.length + 1) ?? '';
    try {
      return value === '' || value.length > 3 * LONGEST ? undefined : decodeURIComponent(value);
    } catch {
      return undefined;
    }
  }

  keep(entityId: string): void {
    const { name, ...options } = this.cookie;
    this.visitor.response.cookie(name, entityId, { ...options, maxAge: ONE_YEAR_MS });
  }

  forget(): void {
    const { name, ...options } = this.cookie;
    this.visitor.response.clearCookie(name, options);
  }
}
