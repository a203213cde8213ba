import { type WantedRecord, WantedState } from '@ligature/assertions';
import {
  type ConnectionRow,
  ConnectionRepository,
  type Institution,
  RecordItemRepository,
  type RiskyStep,
} from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { permitted } from './permitted.ts';
import { plan, type WriteStep } from './plan.ts';
import { StepRisks } from './step-risks.ts';

const BATCH = 500;
const NOTHING: WantedRecord = { items: [], yetToBegin: new Set() };

/** A record with something to do, and which of its items only the brake can let through. */
export interface DueRecord {
  readonly connectionId: string;
  /** Whether there is something to do that takes nothing away. */
  readonly isDueAnyway: boolean;
  readonly risky: readonly RiskyStep[];
}

/** Compares what is wanted with what is stored, for all connected people of an institution. */
@Injectable()
export class DueRecords {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly items: RecordItemRepository,
    private readonly wantedState: WantedState,
    private readonly risks: StepRisks,
  ) {}

  /** Every record that is not as wanted today: four queries for 500 people, no call to ORCID. */
  async find(institution: Institution): Promise<DueRecord[]> {
    const due: DueRecord[] = [];
    for await (const batch of this.batches(institution)) due.push(...(await this.dueOf(institution, batch)));
    return due;
  }

  private async *batches({ id }: Institution): AsyncGenerator<ConnectionRow[]> {
    for (let last: string | undefined; ;) {
      const batch = await this.connections.activeRowsAfter(id, last, BATCH);
      if (batch.length > 0) yield batch;
      last = batch.at(-1)?.id;
      if (batch.length < BATCH) return;
    }
  }

  private async dueOf(institution: Institution, batch: readonly ConnectionRow[]): Promise<DueRecord[]> {
    const ids = batch.map(({ id }) => id);
    const wantedOf = await this.wantedState.of(
      institution,
      batch.map(({ personId }) => personId),
    );
    const itemsOf = Map.groupBy(await this.items.rowsOf(ids), ({ connectionId }) => connectionId);
    const open = new Set(await this.items.connectionsWithOpenIntents(ids));
    const found = batch.map(({ id, personId, scopes }) => {
      const wanted = wantedOf.get(personId) ?? NOTHING;
      const items = permitted(wanted.items, scopes);
      const stored = permitted(itemsOf.get(id) ?? [], scopes);
      const known = new Set(stored.map(({ assertionId }) => assertionId));
      const isNew = items.some(({ assertionId }) => !known.has(assertionId));
      return {
        id,
        wanted: { ...wanted, items },
        steps: plan(items, stored),
        isOpen: isNew || open.has(id),
      };
    });
    const risky = await this.risksOf(institution, found);
    return found
      .filter(({ steps, isOpen }) => isOpen || steps.length > 0)
      .map(({ id, steps, isOpen }) => {
        const own = steps.flatMap(({ itemId }) => risky.get(itemId) ?? []);
        return { connectionId: id, isDueAnyway: isOpen || own.length < steps.length, risky: own };
      });
  }

  /** All records of a batch in one query. @returns by item */
  private async risksOf(
    institution: Institution,
    found: readonly { readonly wanted: WantedRecord; readonly steps: readonly WriteStep[] }[],
  ): Promise<Map<string, RiskyStep>> {
    const steps = found.flatMap((one) => one.steps);
    const items = found.flatMap(({ wanted }) => wanted.items);
    const yetToBegin = new Set(found.flatMap(({ wanted }) => [...wanted.yetToBegin]));
    const risky = await this.risks.of(institution, steps, { items, yetToBegin });
    return new Map(risky.map((step) => [step.itemId, step]));
  }
}
