import type { Request, Response } from 'express';
import { RememberedProvider } from './remembered-provider.ts';

const ask = (cookie?: string) => ({ headers: { cookie } }) as Request;

describe('the provider somebody chose last', () => {
  const https = new RememberedProvider(new URL('https://orcid.example.edu'));

  it('is read from among other cookies, whatever letters its id has', () => {
    const value = encodeURIComponent('https://idp.example.edu/?x=é;y');
    expect(https.read(ask(`a=b; __Host-ligature-provider=${value}; c=d`))).toBe('https://idp.example.edu/?x=é;y');
  });

  it.each([
    undefined,
    '',
    'x__Host-ligature-provider=a',
    '__Host-ligature-provider=',
    '__Host-ligature-provider=%E0%A4%A',
  ])('is nobody when the cookie is %s', (cookie) => {
    expect(https.read(ask(cookie))).toBeUndefined();
  });

  it('is kept for a year, for this host alone and out of reach of scripts, and can be forgotten', () => {
    const calls: unknown[][] = [];
    const response = {
      cookie: (...given: unknown[]) => calls.push(given),
      clearCookie: (...given: unknown[]) => calls.push(given),
    } as unknown as Response;
    https.keep(response, 'https://idp.example.edu/');
    https.forget(response);
    const flags = { secure: true, httpOnly: true, sameSite: 'lax', path: '/' };
    expect(calls).toEqual([
      ['__Host-ligature-provider', 'https://idp.example.edu/', { ...flags, maxAge: 31_536_000_000 }],
      ['__Host-ligature-provider', flags],
    ]);
  });
});
