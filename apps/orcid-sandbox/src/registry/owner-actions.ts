import { type Registry } from './registry.ts';

/** The person removes an organisation under trusted organizations: all its tokens for this record end. */
export function withdrawAccess(registry: Registry, orcid: string, clientId: string): number {
  const ended = registry.tokens.revoke(registry.tokens.activeOf(orcid, registry.now(), clientId), 'USER_REVOKED');
  registry.changed();
  return ended;
}

/** The person deletes an item at the site, whoever wrote it. */
export function deleteAsOwner(registry: Registry, orcid: string, putCode: number): boolean {
  const record = registry.record(orcid);
  if (record?.item(putCode) === undefined) return false;
  record.remove(putCode, registry.now());
  registry.changed();
  return true;
}
