import { Migration } from '@mikro-orm/migrations';

/** An operator may take back a job that should never have been stated; the trail says who did. */
export class WithdrawnJobs extends Migration {
  override up(): void {
    this.addSql(`alter table "audit_event" drop constraint "audit_event_action_check";`);
    this.addSql(
      `alter table "audit_event" add constraint "audit_event_action_check" check ("action" in ('institution.configured', 'institution.orcid-client-changed', 'access-key.created', 'access-key.revoked', 'researcher.signed-in', 'person.signed-in', 'person.case-opened', 'person.case-decided', 'connection.made', 'connection.denied', 'connection.refused', 'connection.not-confirmed', 'connection.disconnected', 'connection.doubted', 'connection.restored', 'connection.found-revoked', 'connection.found-deactivated', 'token.ended', 'item.created', 'item.adopted', 'item.updated', 'item.removed', 'item.found-missing', 'item.found-again', 'item.found-removed', 'item.found-cleared', 'item.found-not-ours', 'item.allowed-again', 'item.refused', 'plan.held', 'plan.released', 'plan.rejected', 'feed.imported', 'feed.refused', 'job.withdrawn'));`,
    );
  }
}
