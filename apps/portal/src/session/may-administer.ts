import { may, type SessionContent } from '@ligature/identity-model';

/** Whether a session is of somebody who may see the administration. Each sign-in gives the roles anew; they hold as long as it lasts. */
export function mayAdminister({ roles = [] }: Partial<Pick<SessionContent, 'roles'>>): boolean {
  return may('read', roles);
}
