import type { CookieOptions } from 'express';
import type { PublicAddress } from '../public-address.ts';

/**
 * Name and flags of a cookie of ours. Over https it is bound to this very host (`__Host-`, RFC 6265bis 4.1.3.2); over http,
 * which only a demo on one machine uses, browsers would refuse that.
 */
export function cookieFor(
  purpose: string,
  { isSecure }: Pick<PublicAddress, 'isSecure'>,
): CookieOptions & { readonly name: string } {
  const name = `${isSecure ? '__Host-' : ''}ligature-${purpose}`;
  return { name, secure: isSecure, httpOnly: true, sameSite: 'lax', path: '/' };
}
