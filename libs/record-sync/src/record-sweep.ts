import {
  ConnectionRepository,
  type Institution,
  JobQueue,
  PlanRepository,
  type RiskyStep,
} from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { Brake } from './brake.ts';
import { DueRecords } from './due-records.ts';

const BATCH = 500;

/** What a sweep found. */
export interface SweepResult {
  /** Records that are brought up to date now. */
  readonly due: number;
  /** Records that would be, but for their permission, which ORCID refuses for now: it is asked about, and then they are. */
  readonly doubted: number;
  /** Steps that wait for a person. */
  readonly held: number;
}

/** Has all connected people of an institution gone through, a batch at a time, and adds jobs for those with something to do. */
@Injectable()
export class RecordSweep {
  constructor(
    private readonly dueRecords: DueRecords,
    private readonly connections: ConnectionRepository,
    private readonly plans: PlanRepository,
    private readonly brake: Brake,
    private readonly queue: JobQueue,
  ) {}

  /**
   * Has every record brought up to date that is not as wanted today. What takes something away is counted over all records
   * before any of it is done.
   */
  async syncDue(institution: Institution): Promise<SweepResult> {
    const due = await this.dueRecords.find(institution);
    const risky = due.flatMap((record) => record.risky);
    const admitted = await this.brake.admit(institution.id, risky);
    const isAdmitted = ({ itemId }: RiskyStep): boolean => admitted.has(itemId);
    await this.plans.keepOnlyProposed(
      institution.id,
      risky.map(({ itemId }) => itemId),
    );
    const now = due.filter(({ isDueAnyway, risky: steps }) => isDueAnyway || steps.some(isAdmitted));
    const trusted = now.filter(({ isDoubted }) => !isDoubted);
    await this.enqueue(
      institution,
      'sync-record',
      trusted.map(({ connectionId }) => connectionId),
    );
    const held = await this.plans.held(institution.id);
    return { due: trusted.length, doubted: now.length - trusted.length, held: held?.steps ?? 0 };
  }

  /**
   * Has records looked at that ORCID has not confirmed the permission of since `before`.
   * @param part at most so large a part of all records, those that wait longest first
   * @returns how many
   */
  async checkRecords(institution: Institution, before: Date, part = 1): Promise<number> {
    const ids = await this.connections.unchecked(institution.id, before, part);
    await this.enqueue(institution, 'check-token', ids);
    // What is in doubt waits for its time: not when somebody asks for all.
    if (part === 1) await this.queue.hurry('check-token', ids);
    return ids.length;
  }

  /** Has permissions tried again that were taken for revoked since then. @returns how many */
  async tryRevoked(institution: Institution, since: Date): Promise<number> {
    const ids = await this.connections.revokedSince(institution.id, since);
    await this.enqueue(institution, 'check-token', ids);
    return ids.length;
  }

  private async enqueue(
    { id: institutionId }: Institution,
    job: 'sync-record' | 'check-token',
    connectionIds: readonly string[],
  ): Promise<void> {
    const jobs = connectionIds.map((connectionId) => ({ data: { connectionId }, institutionId, key: connectionId }));
    for (let at = 0; at < jobs.length; at += BATCH) await this.queue.enqueueAll(job, jobs.slice(at, at + BATCH));
  }
}
