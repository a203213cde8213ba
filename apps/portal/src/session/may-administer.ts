import type { SessionContent } from './session-data.ts';

/** Whether a session is of somebody with a role. Each sign-in gives the roles anew; what it gave holds as long as it lasts. */
export function mayAdminister({ roles = [] }: Partial<Pick<SessionContent, 'roles'>>): boolean {
  return roles.length > 0;
}
