import type { Request, Response } from 'express';
import { BrowserBinding } from './browser-binding.ts';

const HANDLE = 'abcdefghijkl';

/** A response that remembers what was done to its cookies. */
function jar(): { response: Response; cookies: [string, string, object][]; cleared: string[] } {
  const [cookies, cleared]: [[string, string, object][], string[]] = [[], []];
  const response = {
    cookie: (name: string, value: string, options: object) => cookies.push([name, value, options]),
    clearCookie: (name: string) => cleared.push(name),
  };
  return { response: response as unknown as Response, cookies, cleared };
}

const asking = (cookie: string): Request => ({ headers: { cookie } }) as Request;

describe('a browser that begins a sign-in', () => {
  const secure = new BrowserBinding('sign-in', { isSecure: true });
  const local = new BrowserBinding('sign-in', { isSecure: false });

  it('gets a cookie that also comes back with a form from another site, to this host alone', () => {
    const { response, cookies } = jar();
    secure.set(response, { handle: HANDLE, secret: 's' });
    const options = expect.objectContaining({
      httpOnly: true,
      secure: true,
      sameSite: 'none',
      path: '/',
      maxAge: 600_000,
    }) as object;
    expect(cookies).toEqual([[`__Host-ligature-sign-in-${HANDLE}`, 's', options]]);
  });

  it('gets one that browsers take over http too, in a demo', () => {
    const { response, cookies } = jar();
    local.set(response, { handle: HANDLE, secret: 's' });
    expect(cookies[0]?.[2]).toMatchObject({ secure: false, sameSite: 'lax' });
  });

  it('is known again by the cookie that the relay state names', () => {
    const cookie = `x=1; ligature-sign-in-${HANDLE}=secret; ligature-sign-in-other0000000=no`;
    expect(local.read(asking(cookie), HANDLE)).toEqual({ handle: HANDLE, secret: 'secret' });
    expect(local.read(asking(''), HANDLE)).toEqual({ handle: HANDLE, secret: undefined });
  });

  it.each(['', 'short', `${HANDLE}x`, '../session;a', undefined, [HANDLE]])(
    'is not known by the relay state %p',
    (relayState) => {
      expect(local.read(asking('ligature-sign-in-=empty; ligature-session=s'), relayState).handle).toBe('');
    },
  );

  it('loses the cookie when it comes back', () => {
    const { response, cleared } = jar();
    local.clear(response, HANDLE);
    local.clear(response, '');
    expect(cleared).toEqual([`ligature-sign-in-${HANDLE}`]);
  });
});
