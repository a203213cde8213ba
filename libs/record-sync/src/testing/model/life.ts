import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FeedFile, PeopleImport } from '@ligature/assertions';
import { Connections, TokenRevocation } from '@ligature/connections';
import { type OrcidId, type Scope, Secret } from '@ligature/orcid-model';
import { anOrcidId } from '@ligature/orcid-model/testing';
import {
  type Assertion,
  type Institution,
  type OrcidClient,
  OrcidClientRepository,
  type Person,
} from '@ligature/persistence';
import { anAssertion, anInstitution, anOrcidClient, aPerson, aStaffId } from '@ligature/persistence/testing';
import { RecordCheck } from '../../record-check.ts';
import { RecordPlans } from '../../record-plans.ts';
import { RecordSweep } from '../../record-sweep.ts';
import { RemovedItems } from '../../removed-items.ts';
import { SyncRecord } from '../../sync-record.ts';
import type { ModelApp } from './model-app.ts';
import { MODEL_SECTIONS, type ModelSectionName } from './sections.ts';
import type { SimulatedRecord } from './simulated-record.ts';
import { EXPORT_HEADER, exportRow, factsOf, feedOf, type Key, type Statement } from './statements.ts';

/** What our database says of one item. */
export interface KnownItem {
  readonly id: string;
  readonly key: Key;
  readonly state: string;
  readonly putCode: string | null;
  readonly clientId: string;
  /** The write of it that is open. */
  readonly open: 'create' | 'update' | 'remove' | null;
  /** When it was first looked for in vain. */
  readonly missingSince: string | null;
}

/** A connection that has not ended. */
export interface ActiveConnection {
  readonly id: string;
  readonly clientId: string;
  readonly scopes: readonly Scope[];
}

let lives = 0;

/** One person of one institution, their record, and all that can be done with them. */
export class Life {
  private readonly institution: Institution;
  private readonly person: Person;
  private readonly orcid: OrcidId;
  readonly record: SimulatedRecord;
  private clients = 0;

  private constructor(readonly model: ModelApp) {
    this.institution = anInstitution();
    this.person = aPerson(this.institution);
    this.orcid = anOrcidId(++lives);
    this.record = model.orcid.open(this.orcid);
  }

  static async begin(model: ModelApp): Promise<Life> {
    model.crash.over();
    model.clock.moveTo('2026-03-01T12:00:00Z');
    const life = new Life(model);
    const { institution, person } = life;
    Object.assign(institution, { feed: { ...institution.feed, absentMeans: 'ended' } });
    await model.app.store(institution, person, aStaffId(person, person.id));
    await life.changeClient();
    return life;
  }

  end(): void {
    this.model.orcid.forget(this.orcid);
  }

  /** The institution has another client at ORCID from now on. */
  async changeClient(): Promise<void> {
    const clientId = `APP-${String(lives).padStart(10, '0')}${String(++this.clients).padStart(6, '0')}`;
    const client = anOrcidClient(this.institution, clientId);
    await this.sealSecret(client);
    await this.model.sql(`update orcid_client set is_current = false where institution_id = ?`, this.institution.id);
    await this.model.app.store(client);
  }

  /** What the institution says from the beginning. */
  async stateAll(statements: readonly Statement[]): Promise<void> {
    await this.model.app.store(...statements.map((statement) => this.assertion(statement, true)));
  }

  async state(statement: Statement, isWanted: boolean): Promise<void> {
    const facts = factsOf(statement, isWanted);
    const known = await this.model.sql(
      `update assertion set content = ?, starts = ?, ends = ?, absent_since = null where person_id = ? and row_key = ? returning 1`,
      JSON.stringify(facts.content),
      facts.starts,
      facts.ends,
      this.person.id,
      statement.key,
    );
    if (known.length > 0) return;
    await this.model.app.store(this.assertion(statement, isWanted));
  }

  /** An HR export is imported that lists these jobs, and no others. */
  async importExport(statements: readonly Statement[]): Promise<void> {
    const file = path.join(this.model.folder, 'export.csv');
    const rows = statements.map((statement) => exportRow(this.person.id, statement));
    await writeFile(file, [EXPORT_HEADER, ...rows, ''].join('\n'));
    const options = { allowManyAbsent: true, again: true };
    const outcome = await this.model.app.request(() =>
      this.model.app.get(PeopleImport).import(this.institution, new FeedFile(file), options),
    );
    if (outcome.kind !== 'imported') throw new Error(`Not imported: ${JSON.stringify(outcome)}`);
  }

  /** The person permits it at ORCID, and we keep that. */
  connect(scopes: readonly Scope[], diesAfter?: number): Promise<unknown> {
    const { orcid } = this;
    return this.model.asProcess(diesAfter, async () => {
      const { clientId } = await this.model.app.get(OrcidClientRepository).current(this.institution.id);
      const token = this.model.orcid.tokens.give(clientId, orcid, scopes);
      const accessToken = new Secret('access-token', token.value);
      const grant = {
        orcid,
        clientId,
        name: null,
        scopes,
        accessToken,
        refreshToken: null,
        expiresAt: IN_TWENTY_YEARS,
      };
      await this.model.app.get(Connections).connect(this.institution, this.person, grant, '2026-11/en');
      token.isHeld = true;
    });
  }

  disconnect(diesAfter?: number): Promise<unknown> {
    return this.model.asProcess(diesAfter, () => this.model.app.get(Connections).disconnect(this.person));
  }

  /** The owner takes every permission back, at ORCID. */
  revokeAtOrcid(): void {
    this.model.orcid.tokens.endAllOf(this.orcid, 'user-revoked');
  }

  deactivate(): void {
    this.record.state = 'deactivated';
    this.model.orcid.tokens.endAllOf(this.orcid, 'deactivated');
  }

  async sync(diesAfter?: number): Promise<unknown> {
    const connection = await this.connection();
    if (connection === undefined) return undefined;
    return this.model.asProcess(diesAfter, () => this.model.app.get(SyncRecord).run(connection.id));
  }

  async check(diesAfter?: number): Promise<unknown> {
    const connection = await this.connection();
    if (connection === undefined) return undefined;
    return this.model.asProcess(diesAfter, () => this.model.app.get(RecordCheck).check(connection.id));
  }

  sweep(diesAfter?: number): Promise<unknown> {
    return this.model.asProcess(diesAfter, () => this.model.app.get(RecordSweep).syncDue(this.institution));
  }

  async release(): Promise<unknown> {
    const { id } = this.institution;
    return this.model.app.request(async () => {
      const plans = this.model.app.get(RecordPlans);
      const held = await plans.held(id);
      return held === null ? undefined : plans.release(id, { by: 'somebody', seen: held.fingerprint });
    });
  }

  allowAgain(itemId: string): Promise<boolean> {
    return this.model.app.request(() => this.model.app.get(RemovedItems).allowAgain(this.person, itemId));
  }

  /** Ends at ORCID what is to be ended there. */
  async endRetiredTokens(diesAfter?: number): Promise<unknown> {
    const { id } = this.person;
    const tokens = await this.model.sql<{ id: string }>(`select id from retired_token where person_id = ?`, id);
    if (tokens.length === 0) return undefined;
    return this.model.asProcess(diesAfter, async () => {
      for (const token of tokens) await this.model.app.get(TokenRevocation).end(token.id);
    });
  }

  async connection(): Promise<ActiveConnection | undefined> {
    const [found] = await this.model.sql<ActiveConnection>(
      `select connection.id, client.client_id as "clientId", connection.scopes
         from connection join orcid_client client on client.id = connection.orcid_client_id
        where person_id = ? and ended_at is null`,
      this.person.id,
    );
    return found;
  }

  async isDoubted(): Promise<boolean> {
    const found = await this.model.sql(
      `select from connection where person_id = ? and ended_at is null and doubted_since is not null`,
      this.person.id,
    );
    return found.length > 0;
  }

  /** Whether what we take for a permission is one. */
  isPermitted({ clientId }: ActiveConnection): boolean {
    return this.record.state === 'open' && this.model.orcid.tokens.isPermitted(clientId, this.orcid);
  }

  /** Whether we can still remove what a client wrote in a section. */
  canRemove(client: string, section: ModelSectionName): boolean {
    return this.model.orcid.tokens.canRemove(client, this.orcid, MODEL_SECTIONS[section].scope);
  }

  items(): Promise<KnownItem[]> {
    return this.model.sql(
      `select item.id, assertion.row_key as key, item.state, item.put_code::text as "putCode", client.client_id as "clientId",
              item.missing_since as "missingSince",
              (select action from write_intent intent where intent.item_id = item.id) as open
         from record_item item join assertion on assertion.id = item.assertion_id
         join orcid_client client on client.id = item.orcid_client_id
        where assertion.person_id = ?`,
      this.person.id,
    );
  }

  /** The database is restored from a backup that knows none of the items. That takes longer than a call, or than a list lags. */
  async loseItems(): Promise<void> {
    this.model.orcid.doWhatIsLate();
    this.record.lagUntil(0);
    const ofPerson = `select item.id from record_item item join connection on connection.id = item.connection_id where person_id = ?`;
    for (const table of ['plan_step', 'write_intent'])
      await this.model.sql(`delete from ${table} where item_id in (${ofPerson})`, this.person.id);
    await this.model.sql(`delete from record_item where id in (${ofPerson})`, this.person.id);
  }

  pass(minutes: number): void {
    const { clock, orcid } = this.model;
    orcid.doWhatIsLate();
    clock.moveTo(new Date(clock.now().getTime() + minutes * 60_000).toISOString());
  }

  private assertion(statement: Statement, isWanted: boolean): Assertion {
    const facts = factsOf(statement, isWanted);
    const { key: rowKey } = statement;
    return anAssertion(this.person, { ...facts, feed: feedOf(rowKey), rowKey, personKey: this.person.id });
  }

  private async sealSecret(client: OrcidClient): Promise<void> {
    const secret = new Secret('client-secret', 'hush');
    await this.model.app.get(OrcidClientRepository).keepSecret(client, this.institution.orcidEnvironment, secret);
  }
}

const IN_TWENTY_YEARS = new Date('2046-01-01');
