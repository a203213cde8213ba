import { type OrcidEnvironment, ORCID_ENVIRONMENTS, type OrcidId, type Scope } from '@ligature/orcid-model';
import { defineEntity, type Opt, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import type { SealedSecret } from '../vault/sealed-secret.ts';
import { Institution } from './institution.entity.ts';
import { Person } from './person.entity.ts';

/** How a connection ended: taken back at ORCID, or let go by the researcher in the portal. */
export const CONNECTION_ENDS = ['revoked', 'disconnected'] as const;

export type ConnectionEnd = (typeof CONNECTION_ENDS)[number];

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
    orcid: p.text().$type<OrcidId>(),
    name: p.text().nullable(),
    scopes: p.array<Scope>().$type<Scope[]>(),
    accessToken: p.text().$type<SealedSecret<'access-token'>>().nullable().hidden(),
    refreshToken: p.text().$type<SealedSecret<'refresh-token'>>().nullable().hidden(),
    tokenExpiresAt: p.datetime().nullable(),
    connectedAt: p.datetime(),
    /** Last time ORCID accepted the token. */
    checkedAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    endedBy: p.enum(CONNECTION_ENDS).nullable(),
  },
  uniques: [
    { properties: ['personId', 'orcid', 'environment'] },
    {
      name: 'connection_one_person_per_id',
      properties: ['institutionId', 'orcid', 'environment'],
      where: { endedAt: null },
    },
    { name: 'connection_one_id_per_person', properties: ['personId'], where: { endedAt: null } },
  ],
  indexes: [{ name: 'connection_active', properties: ['institutionId', 'id'], where: { endedAt: null } }],
});

/** A researcher's iD and the permission that came with it, over its whole life. The same iD connected again is the same row. */
export class Connection extends ConnectionSchema.class {
  constructor(given: {
    institutionId: string;
    personId: string;
    environment: OrcidEnvironment;
    orcid: OrcidId;
    at: Date;
  }) {
    super();
    const { at, ...rest } = given;
    Object.assign(this, { id: newId(), ...rest, connectedAt: at });
  }

  get isActive(): Opt<boolean> {
    return (this.endedAt ?? null) === null;
  }

  grant(grant: SealedGrant, at: Date): void {
    Object.assign(this, {
      ...grant,
      scopes: [...grant.scopes],
      connectedAt: at,
      checkedAt: at,
      endedAt: null,
      endedBy: null,
    });
  }

  /** ORCID accepted the token at this time. */
  markChecked(at: Date): void {
    this.checkedAt = at;
  }

  /** The access token is kept: it may still delete what we wrote (ORCID's rule for USER_REVOKED tokens). */
  markRevoked(at: Date): void {
    Object.assign(this, { endedAt: at, endedBy: 'revoked' });
  }

  /** Both tokens are forgotten. */
  markDisconnected(at: Date): void {
    Object.assign(this, {
      endedAt: at,
      endedBy: 'disconnected',
      accessToken: null,
      refreshToken: null,
      tokenExpiresAt: null,
    });
  }
}

ConnectionSchema.setClass(Connection);
