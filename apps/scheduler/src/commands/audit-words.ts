import type { AuditAction, AuditActor, AuditRow } from '@ligature/persistence';

/** What each action of the trail was, in words; names of earlier versions say what they are called now. */
export const ACTION_WORDS: Readonly<Record<AuditAction, string>> = {
  'institution.configured': 'configured the institution',
  'institution.orcid-client-changed': 'made another ORCID client the current one',
  'access-key.created': 'created an access key',
  'access-key.revoked': 'revoked an access key',
  'researcher.signed-in': 'signed in',
  'person.signed-in': 'signed in',
  'person.case-opened': 'opened a case about who this is',
  'person.case-decided': 'decided a case about who this is',
  'person.merged': 'merged two people who are one',
  'person.not-merged': 'did not merge two people',
  'connection.made': 'connected an ORCID iD',
  'connection.denied': 'denied the permission at ORCID',
  'connection.refused': 'was refused a connection',
  'connection.not-confirmed': 'did not confirm that the ORCID iD is theirs',
  'connection.disconnected': 'disconnected the ORCID iD',
  'connection.doubted': 'refused the permission: nothing is written until it is sure what that means',
  'connection.restored': 'accepts the permission again, which had been taken for revoked',
  'connection.found-revoked': 'refuses the permission for good: the person took it back',
  'connection.found-deactivated': 'says that the record was deactivated',
  'connection.ended-by-operator': 'ended the connection',
  'connection.moved': 'moved the connection to another person',
  'permission.lost': 'may have given a permission whose token never arrived here',
  'token.ended': 'had a token ended at ORCID',
  'item.created': 'wrote an item',
  'item.adopted': 'found an item on the record that was written before',
  'item.updated': 'changed an item',
  'item.removed': 'removed an item',
  'item.found-missing': 'did not find an item where it should be; it is looked for again',
  'item.found-again': 'found an item again',
  'item.found-removed': 'found that the owner had removed an item',
  'item.found-cleared': 'found that ORCID had cleared an item with the deactivated record',
  'item.found-not-ours': 'found an item that no token of ours may change',
  'item.allowed-again': 'asked for an item back that they had removed',
  'item.refused': 'sent an item that ORCID did not take',
  'plan.held': 'held back changes until somebody decides',
  'plan.released': 'released held changes',
  'plan.rejected': 'rejected held changes',
  'feed.imported': 'imported a file',
  'feed.refused': 'was given a file of which nothing was taken',
  'job.withdrawn': 'took back a job that the export had stated',
};

const ACTOR_WORDS: Readonly<Record<AuditActor, string>> = {
  person: 'the person',
  researcher: 'the person',
  administrator: 'an administrator',
  operator: 'an operator',
  scheduler: 'the scheduler',
  orcid: 'ORCID',
};

/** One line of the trail: when, who, what, and the facts kept with it. */
export function describeEvent({ at, actor, action, detail }: AuditRow): string {
  const { by, ...facts } = detail;
  const who = typeof by === 'string' ? `${by} (${actor})` : ACTOR_WORDS[actor];
  const told = Object.entries(facts).map(([name, value]) => `${name} ${String(value)}`);
  return `${at.toISOString()}  ${who} ${ACTION_WORDS[action]}${told.length === 0 ? '' : ` (${told.join(', ')})`}`;
}
