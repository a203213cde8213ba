import { type World } from './world.ts';

/** The person removes an organisation under trusted organizations: all its tokens for this record end. */
export function withdrawAccess(world: World, orcid: string, clientId: string): number {
  const ended = world.tokens.revoke(world.tokens.activeOf(orcid, world.now(), clientId), 'USER_REVOKED');
  world.changed();
  return ended;
}

/** The person deletes an item at the site, whoever wrote it. */
export function deleteAsOwner(world: World, orcid: string, putCode: number): boolean {
  const record = world.record(orcid);
  if (record?.item(putCode) === undefined) return false;
  record.remove(putCode, world.now());
  world.changed();
  return true;
}
