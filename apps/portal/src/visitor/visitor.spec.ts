import type { Role } from '@ligature/identity-model';
import type { Request } from 'express';
import { type Tenant, Visitor } from './visitor.ts';

const TENANT = { id: 'example', address: { isSecure: true } } as Tenant;
const visitor = (session?: object, found: string[] = []) => {
  const request = { session, query: {}, headers: {}, acceptsLanguages: () => 'fr' } as unknown as Request;
  return new Visitor(TENANT, request, {
    findVisitor: (...asked) => {
      found.push(asked.join(' '));
      return Promise.resolve(undefined);
    },
  });
};

describe('a visitor', () => {
  it.each<[Role]>([['administrator'], ['reader']])('may see the administration as %s', (role) => {
    expect(visitor({ roles: [role] }).may('read')).toBe(true);
  });

  it.each([
    ['with no role', { roles: [] }],
    ['with a session from before there were roles', {}],
    ['without a session', undefined],
  ])('may not %s', (_, session) => {
    expect(visitor(session).may('read')).toBe(false);
  });

  it('is looked up once, at the institution whose portal it is, and only when asked for', async () => {
    const found: string[] = [];
    const ada = visitor({ personId: 'ada' }, found);
    expect(found).toEqual([]);
    await Promise.all([ada.person(), ada.person()]);
    expect(found).toEqual(['example ada']);
  });

  it('is nobody without a session, and nobody is looked up', async () => {
    const found: string[] = [];
    expect(await visitor({}, found).person()).toBeUndefined();
    expect(found).toEqual([]);
  });
});
