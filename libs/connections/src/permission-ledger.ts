import type { OrcidId } from '@ligature/orcid-model';
import {
  type AuditAction,
  AuditTrail,
  type Connection,
  type ConsentEventKind,
  JobQueue,
  type Person,
  PRIORITY,
  type RecordState,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { ConsentLedger } from './consent-ledger.ts';
import type { PermissionEnd } from './judge-evidence.ts';
import { PermissionConfig } from './permission.config.ts';

/** A token that was accepted within this time is not noted again. */
const NEWS_MS = 5 * 60_000;
/** Asked again a little later than a refusal counts. */
const MARGIN_S = 5;

/** What becomes of a connection by evidence, with its trace and what is to be done next; inside the caller's transaction. */
@Injectable()
export class PermissionLedger {
  constructor(
    private readonly consents: ConsentLedger,
    private readonly audit: AuditTrail,
    private readonly queue: JobQueue,
    private readonly config: PermissionConfig,
    private readonly clock: Clock,
  ) {}

  /** Whether it says anything new that the token of this connection was accepted. */
  isNews({ isActive, isDoubted, endedBy, checkedAt, recordState }: Connection): boolean {
    if (!isActive) return endedBy === 'revoked';
    return isDoubted || recordState !== 'open' || this.clock.now().getTime() - checkedAt.getTime() >= NEWS_MS;
  }

  keepState(connection: Connection, state: RecordState, newId: OrcidId | undefined): void {
    connection.markRecordState(state, this.clock.now());
    connection.mergedInto = newId ?? null;
  }

  /** What waited while it was in doubt is written now. */
  async accepted(connection: Connection): Promise<void> {
    const wasDoubted = connection.isDoubted;
    connection.markChecked(this.clock.now());
    this.keepState(connection, 'open', undefined);
    if (wasDoubted) await this.resume(connection);
  }

  /** Nothing is written from now on, and it is asked about again before long. */
  async doubted(connection: Connection): Promise<void> {
    if (connection.markDoubted(this.clock.now())) this.note(connection, 'connection.doubted');
    const { id: connectionId, institutionId } = connection;
    const afterSeconds = Math.ceil(this.config.apartMs / 1000) + MARGIN_S;
    const options = { institutionId, key: connectionId, priority: PRIORITY.soon, afterSeconds };
    await this.queue.enqueue('check-token', { connectionId }, options);
  }

  ended(connection: Connection, person: Person, end: PermissionEnd): void {
    if (end === 'revoked') connection.markRevoked(this.clock.now());
    else connection.markDeactivated(this.clock.now());
    person.markConsent(end);
    this.consent(person, connection, end);
  }

  /** It was taken for revoked, and was not. */
  async restored(connection: Connection, person: Person): Promise<void> {
    connection.restore(this.clock.now());
    person.markConsent('active');
    this.note(connection, 'connection.restored');
    await this.resume(connection);
  }

  private async resume({ id: connectionId, institutionId }: Connection): Promise<void> {
    await this.queue.enqueue('sync-record', { connectionId }, { institutionId, key: connectionId });
  }

  private consent(person: Person, { orcid, scopes, id }: Connection, kind: ConsentEventKind): void {
    this.consents.record(person, { kind, orcid, scopes, shownText: null, subjectId: id });
  }

  private note({ id: subjectId, institutionId }: Connection, action: AuditAction): void {
    this.audit.append({ institutionId, actor: 'orcid', actorId: null, action, subjectId, detail: {} });
  }
}
