import type { CookieOptions } from 'express';

/**
 * Name and flags of a cookie of ours. Over https it is bound to this very host (`__Host-`, RFC 6265bis 4.1.3.2); over http,
 * which only a demo on one machine uses, browsers would refuse that.
 */
export function cookieFor(purpose: string, publicUrl: URL): CookieOptions & { readonly name: string } {
  const secure = publicUrl.protocol === 'https:';
  const name = `${secure ? '__Host-' : ''}ligature-${purpose}`;
  return { name, secure, httpOnly: true, sameSite: 'lax', path: '/' };
}
