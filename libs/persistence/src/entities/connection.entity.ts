import { type OrcidEnvironment, ORCID_ENVIRONMENTS, type OrcidId, type Scope } from '@ligature/orcid-model';
import { defineEntity, type Opt, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import { sealingKeyIndex } from '../vault/sealing-key-index.ts';
import type { SealedSecret } from '../vault/sealed-secret.ts';
import { Institution } from './institution.entity.ts';
import { OrcidClient } from './orcid-client.entity.ts';
import { Person } from './person.entity.ts';

/**
 * How a connection ended: taken back at ORCID, let go by the person in the portal, gone with a deactivated record, or
 * replaced by one under another ORCID client (its tokens are kept until its items have moved).
 */
export const CONNECTION_ENDS = ['revoked', 'disconnected', 'deactivated', 'replaced'] as const;

export type ConnectionEnd = (typeof CONNECTION_ENDS)[number];

/** Whether the record can be written to, as far as ORCID last said. */
export const RECORD_STATES = ['open', 'locked', 'deactivated', 'merged'] as const;

export type RecordState = (typeof RECORD_STATES)[number];

/** What ORCID granted, with the tokens already sealed. */
export interface SealedGrant {
  /** The name ORCID shows for the iD; null when the person keeps it private. */
  readonly name: string | null;
  readonly scopes: readonly Scope[];
  readonly accessToken: SealedSecret<'access-token'>;
  readonly refreshToken: SealedSecret<'refresh-token'> | null;
  readonly tokenExpiresAt: Date;
}

export const ConnectionSchema = defineEntity({
  name: 'Connection',
  tableName: 'connection',
  properties: {
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id'),
    environment: p.enum(ORCID_ENVIRONMENTS),
    /** The client the tokens were granted to. */
    orcidClientId: () => p.manyToOne(OrcidClient).mapToPk().joinColumn('orcid_client_id'),
    orcid: p.text().$type<OrcidId>(),
    name: p.text().nullable(),
    scopes: p.array<Scope>().$type<Scope[]>(),
    accessToken: p.text().$type<SealedSecret<'access-token'>>().nullable().hidden(),
    refreshToken: p.text().$type<SealedSecret<'refresh-token'>>().nullable().hidden(),
    tokenExpiresAt: p.datetime().nullable(),
    connectedAt: p.datetime(),
    /** Last time ORCID accepted the token. */
    checkedAt: p.datetime(),
    /** Since when ORCID refuses the token, while it is not sure that the permission has ended: nothing is written. */
    doubtedSince: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    endedBy: p.enum(CONNECTION_ENDS).nullable(),
    /** Who ended it, where it was an operator and not the person. */
    endedByOperator: p.text().nullable(),
    /** Whether what was written is to be taken off the record, since it is somebody else's: until then the token is kept. */
    removesItems: p.boolean().default(false),
    recordState: p.enum(RECORD_STATES).default('open'),
    recordStateSince: p.datetime().nullable(),
    /** Since when the record is known to have been deactivated, as long as it was not looked through for what ORCID cleared. */
    clearedSince: p.datetime().nullable(),
    /** The record that ORCID merged this one into, as far as it said. */
    mergedInto: p.text().$type<OrcidId>().nullable(),
  },
  uniques: [
    { properties: ['personId', 'orcid', 'orcidClientId'] },
    {
      name: 'connection_one_person_per_id',
      properties: ['institutionId', 'orcid', 'environment'],
      where: { endedAt: null },
    },
    { name: 'connection_one_id_per_person', properties: ['personId'], where: { endedAt: null } },
  ],
  indexes: [
    { name: 'connection_active', properties: ['institutionId', 'id'], where: { endedAt: null } },
    sealingKeyIndex('connection', 'access_token'),
    sealingKeyIndex('connection', 'refresh_token'),
  ],
});

/** A researcher's iD and the permission that came with it, over its whole life. The same iD connected again is the same row. */
export class Connection extends ConnectionSchema.class {
  constructor(given: {
    institutionId: string;
    personId: string;
    orcidClientId: string;
    environment: OrcidEnvironment;
    orcid: OrcidId;
    at: Date;
  }) {
    super();
    this.id = newId();
    this.institutionId = given.institutionId;
    this.personId = given.personId;
    this.orcidClientId = given.orcidClientId;
    this.environment = given.environment;
    this.orcid = given.orcid;
    this.connectedAt = given.at;
  }

  get isActive(): Opt<boolean> {
    return (this.endedAt ?? null) === null;
  }

  /** Whether it is of the same record, under whatever client. */
  isOfRecord({ orcid, environment }: Pick<Connection, 'orcid' | 'environment'>): boolean {
    return this.orcid === orcid && this.environment === environment;
  }

  grant(grant: SealedGrant, at: Date): void {
    this.name = grant.name;
    this.scopes = [...grant.scopes];
    this.accessToken = grant.accessToken;
    this.refreshToken = grant.refreshToken;
    this.tokenExpiresAt = grant.tokenExpiresAt;
    this.connectedAt = at;
    this.checkedAt = at;
    this.doubtedSince = null;
    this.endedAt = null;
    this.endedBy = null;
    this.endedByOperator = null;
    this.removesItems = false;
    this.recordState = 'open';
    this.recordStateSince = null;
    this.mergedInto = null;
  }

  /** ORCID accepted the token at this time. */
  markChecked(at: Date): void {
    this.checkedAt = at;
    this.doubtedSince = null;
  }

  /** ORCID refused the token, and it is not sure yet what that means. @returns whether that is news */
  markDoubted(at: Date): boolean {
    if (this.isDoubted) return false;
    this.doubtedSince = at;
    return true;
  }

  get isDoubted(): Opt<boolean> {
    return (this.doubtedSince ?? null) !== null;
  }

  /** It was taken for revoked, and ORCID accepts the token again. */
  restore(at: Date): void {
    this.endedAt = null;
    this.endedBy = null;
    this.markChecked(at);
  }

  /** ORCID said how the record stands. @returns whether that is news */
  markRecordState(state: RecordState, at: Date): boolean {
    if (this.recordState === state) return false;
    if (state === 'deactivated') this.clearedSince = at;
    this.recordState = state;
    this.recordStateSince = at;
    return true;
  }

  /** The access token is kept: it may still delete what we wrote (ORCID's rule for USER_REVOKED tokens). */
  markRevoked(at: Date): void {
    this.end('revoked', at);
  }

  /** The record was deactivated, and its tokens with it: for good, also when the record comes back (orcid-api 11.3). */
  markDeactivated(at: Date): void {
    this.clearedSince ??= at;
    this.end('deactivated', at);
  }

  /** Another ORCID client holds the permission from now on. The tokens are kept until the items have moved. */
  markReplaced(at: Date): void {
    this.end('replaced', at);
  }

  /** Both tokens are forgotten. */
  markDisconnected(at: Date): void {
    this.end('disconnected', at);
    this.forgetTokens();
  }

  /** An operator ended it. What was written is taken off with the token, which is kept until that is done. */
  endToRemoveItems(by: string, at: Date): void {
    this.end('disconnected', at);
    this.endedByOperator = by;
    this.removesItems = true;
  }

  /** An operator ended it, and what was written stays. Both tokens are forgotten. */
  endAndKeepItems(by: string, at: Date): void {
    this.markDisconnected(at);
    this.endedByOperator = by;
    this.removesItems = false;
  }

  forgetTokens(): void {
    this.accessToken = null;
    this.refreshToken = null;
    this.tokenExpiresAt = null;
  }

  private end(by: ConnectionEnd, at: Date): void {
    this.doubtedSince = null;
    this.endedAt = at;
    this.endedBy = by;
  }
}

ConnectionSchema.setClass(Connection);
