import type { Request, Response } from 'express';
import { PublicAddress } from '@ligature/web';
import { RememberedProvider } from './remembered-provider.ts';

const tenant = { address: new PublicAddress(new URL('https://orcid.example.edu')) };
const at = (cookie?: string, response = {}) =>
  new RememberedProvider({ tenant, request: { headers: { cookie } } as Request, response: response as Response });

describe('the provider somebody chose last', () => {
  it('is read from among other cookies, whatever letters its id has', () => {
    const value = encodeURIComponent('https://idp.example.edu/?x=é;y');
    expect(at(`a=b; __Host-ligature-provider=${value}; c=d`).read()).toBe('https://idp.example.edu/?x=é;y');
  });

  it.each([
    undefined,
    '',
    'x__Host-ligature-provider=a',
    '__Host-ligature-provider=',
    '__Host-ligature-provider=%E0%A4%A',
  ])('is nobody when the cookie is %s', (cookie) => {
    expect(at(cookie).read()).toBeUndefined();
  });

  it('is kept for a year, for this host alone and out of reach of scripts, and can be forgotten', () => {
    const calls: unknown[][] = [];
    const response = {
      cookie: (...given: unknown[]) => calls.push(given),
      clearCookie: (...given: unknown[]) => calls.push(given),
    };
    at('', response).keep('https://idp.example.edu/');
    at('', response).forget();
    const flags = { secure: true, httpOnly: true, sameSite: 'lax', path: '/' };
    expect(calls).toEqual([
      ['__Host-ligature-provider', 'https://idp.example.edu/', { ...flags, maxAge: 31_536_000_000 }],
      ['__Host-ligature-provider', flags],
    ]);
  });
});
