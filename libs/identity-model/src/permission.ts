import type { Role } from './role.ts';

/** What a role may allow: `read` what the institution knows, `change` it. */
export type Permission = 'read' | 'change';

const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: ['read', 'change'],
  reader: ['read'],
};

/** Whether any of the roles allows it. Nobody without a role may do anything. */
export function may(permission: Permission, roles: readonly Role[]): boolean {
  return roles.some((role) => PERMISSIONS[role].includes(permission));
}
