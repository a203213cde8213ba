import { policyOf, type StatedPolicy } from '@ligature/identity-model';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import { Institution } from './institution.entity.ts';

/** Where metadata of identity providers comes from: one provider's own, a federation's list of all, or asked one by one (MDQ). */
export const SOURCE_KINDS = ['file', 'url', 'federation', 'mdq'] as const;

export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What an operator says of a source; a second `configure` replaces it. */
export interface MetadataSourceFacts {
  /** Where an entity is in several sources, the one with the lowest position counts. */
  readonly position: number;
  /** The providers that are wanted of it; all when empty. */
  readonly entityIds: string[];
  /** Base64 DER of the certificates one of which must have signed it; unsigned metadata is only taken when empty. */
  readonly signingCertificates: string[];
  readonly policy: StatedPolicy;
  /** What differs for single providers, by entity id. */
  readonly exceptions: Readonly<Record<string, StatedPolicy>>;
}

export const MetadataSourceSchema = defineEntity({
  name: 'MetadataSource',
  tableName: 'metadata_source',
  properties: {
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    kind: p.enum(SOURCE_KINDS),
    /** An address, or the whole path of a file. */
    location: p.text(),
    position: p.integer(),
    entityIds: p.array(),
    signingCertificates: p.array(),
    policy: p.json<StatedPolicy>(),
    exceptions: p.json<Readonly<Record<string, StatedPolicy>>>(),
    /** What the server, or our own hash, called the copy we hold (RFC 9110 8.8); asked with next time. */
    etag: p.text().nullable(),
    lastModified: p.text().nullable(),
    /** When the copy we hold was last known to be the newest. */
    readAt: p.datetime().nullable(),
    triedAt: p.datetime().nullable(),
    /** Why the last try failed, in words for operators; null when it did not. */
    failure: p.text().nullable(),
    providers: p.integer().default(0),
    /** Entities of it that are identity providers and cannot be used. */
    unusable: p.integer().default(0),
  },
  uniques: [{ properties: ['institutionId', 'kind', 'location'] }],
});

/** Where an institution's identity providers are described. */
export class MetadataSource extends MetadataSourceSchema.class {
  constructor(given: MetadataSourceFacts & { institutionId: string; kind: SourceKind; location: string }) {
    super();
    this.id = newId();
    this.institutionId = given.institutionId;
    this.kind = given.kind;
    this.location = given.location;
    this.describe(given);
  }

  /** Whatever is held is read again: it was read by other rules. */
  describe(facts: MetadataSourceFacts): void {
    this.position = facts.position;
    this.entityIds = facts.entityIds;
    this.signingCertificates = facts.signingCertificates;
    this.policy = facts.policy;
    this.exceptions = facts.exceptions;
    this.etag = null;
    this.lastModified = null;
  }

  /** What is said of one provider of it. */
  policyOf(entityId: string): StatedPolicy {
    return policyOf(entityId, this, describesMany(this));
  }

  markFailed(reason: string, at: Date): void {
    this.failure = reason;
    this.triedAt = at;
  }

  /** The copy we hold is still the newest. */
  markCurrent(at: Date): void {
    this.failure = null;
    this.readAt = at;
    this.triedAt = at;
  }

  /** There is a new copy, and its providers are stored. */
  markRead(
    copy: { etag: string | null; lastModified: string | null; providers: number; unusable: number },
    at: Date,
  ): void {
    this.etag = copy.etag;
    this.lastModified = copy.lastModified;
    this.providers = copy.providers;
    this.unusable = copy.unusable;
    this.markCurrent(at);
  }
}

/** A federation's list may grow to many, whatever it holds today; a provider that alone is wanted is meant by its name. */
export function describesMany({
  kind,
  entityIds,
  providers,
}: Pick<MetadataSource, 'kind' | 'entityIds' | 'providers'>): boolean {
  const isList = kind === 'federation' || kind === 'mdq';
  return entityIds.length !== 1 && (isList || providers > 1);
}

MetadataSourceSchema.setClass(MetadataSource);
