import {
  type Affiliation,
  AFFILIATION_KINDS,
  type AffiliationKind,
  type PutCode,
  type Seen,
} from '@ligature/orcid-model';
import type { OrcidApi } from '../http/orcid-api.ts';
import type { CallOptions } from '../pacing/deadline.ts';
import type { RecordAccess, WithdrawnAccess } from '../record-access.ts';
import { AFFILIATIONS } from '../wire/sections.ts';
import { ActivityCalls } from './activity-calls.ts';

/** Employments and the six other kinds of affiliation on one record. Each affiliation says its kind. */
export class AffiliationCalls {
  private readonly of: Readonly<Record<AffiliationKind, ActivityCalls<Affiliation>>>;

  constructor(api: OrcidApi, quietMs: number) {
    const calls = AFFILIATION_KINDS.map((kind) => [kind, new ActivityCalls(api, AFFILIATIONS[kind], quietMs)] as const);
    this.of = Object.fromEntries(calls) as Record<AffiliationKind, ActivityCalls<Affiliation>>;
  }

  /** All items of a kind that the permission lets us see; our own always. */
  list(access: RecordAccess, kind: AffiliationKind, options?: CallOptions): Promise<Seen<Affiliation>[]> {
    return this.of[kind].list(access, options);
  }

  read(
    access: RecordAccess,
    kind: AffiliationKind,
    putCode: PutCode,
    options?: CallOptions,
  ): Promise<Seen<Affiliation>> {
    return this.of[kind].read(access, putCode, options);
  }

  readSummary(
    access: RecordAccess,
    kind: AffiliationKind,
    putCode: PutCode,
    options?: CallOptions,
  ): Promise<Seen<Affiliation>> {
    return this.of[kind].readSummary(access, putCode, options);
  }

  /** Adds an item. Sent once: when the answer is lost, look at the record before doing it again. */
  create(access: RecordAccess, affiliation: Affiliation, options?: CallOptions): Promise<PutCode> {
    return this.of[affiliation.kind].create(access, affiliation, options);
  }

  /** Adds an item that is to be there once, whatever happens to the answers. See `ActivityCalls.createOnce`. */
  createOnce(
    access: RecordAccess,
    affiliation: Affiliation,
    clientId: string,
    options?: CallOptions,
  ): Promise<PutCode> {
    return this.of[affiliation.kind].createOnce(access, affiliation, clientId, options);
  }

  /** Replaces an item whole: what is left out is removed from it. */
  replace(access: RecordAccess, putCode: PutCode, affiliation: Affiliation, options?: CallOptions): Promise<void> {
    return this.of[affiliation.kind].replace(access, putCode, affiliation, options);
  }

  /** Removes an item of ours, also when the owner has taken the permission back. */
  remove(
    access: RecordAccess | WithdrawnAccess,
    kind: AffiliationKind,
    putCode: PutCode,
    options?: CallOptions,
  ): Promise<void> {
    return this.of[kind].remove(access, putCode, options);
  }
}
