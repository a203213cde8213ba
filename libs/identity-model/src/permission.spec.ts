import { may, type Permission } from './permission.ts';
import type { Role } from './role.ts';

describe('a permission', () => {
  it.each<[Permission, Role[], boolean]>([
    ['read', ['administrator'], true],
    ['change', ['administrator'], true],
    ['read', ['reader'], true],
    ['change', ['reader'], false],
    ['change', ['reader', 'administrator'], true],
    ['read', [], false],
  ])('to %s with the roles %j: %s', (permission, roles, isGiven) => {
    expect(may(permission, roles)).toBe(isGiven);
  });
});
