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
    await this.enqueue(
      institution,
      'sync-record',
      now.map(({ connectionId }) => connectionId),
    );
    const held = await this.plans.held(institution.id);
    return { due: now.length, held: held?.steps ?? 0 };
  }

  /** Has every record looked at that ORCID has not confirmed the permission of since `before`. @returns how many */
  async checkRecords(institution: Institution, before: Date): Promise<number> {
    let asked = 0;
    for (let last: string | undefined; ;) {
      const batch = await this.connections.uncheckedAfter(institution.id, before, last, BATCH);
      await this.enqueue(institution, 'check-token', batch);
      asked += batch.length;
      last = batch.at(-1);
      if (batch.length < BATCH) return asked;
    }
  }

  private enqueue(
    { id: institutionId }: Institution,
    job: 'sync-record' | 'check-token',
    connectionIds: readonly string[],
  ): Promise<void> {
    return this.queue.enqueueAll(
      job,
      connectionIds.map((connectionId) => ({ data: { connectionId }, institutionId, key: connectionId })),
    );
  }
}
