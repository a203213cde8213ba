import type { Role } from '@ligature/identity-model';
import type { ExecutionContext } from '@nestjs/common';
import { AdministratorGuard } from './administrator.guard.ts';

const asked = (roles?: readonly Role[]): (() => boolean) => {
  const request = { session: roles === undefined ? {} : { roles } };
  const context = { switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
  return () => new AdministratorGuard().canActivate(context);
};

describe('what administrators see', () => {
  it.each<[Role]>([['administrator'], ['reader']])('is for whoever is %s', (role) => {
    expect(asked([role])()).toBe(true);
  });

  it.each([
    ['no role', []],
    ['a session from before there were roles', undefined],
  ])('is not for somebody with %s', (_, roles) => {
    expect(asked(roles)).toThrow('administrators-only');
  });
});
