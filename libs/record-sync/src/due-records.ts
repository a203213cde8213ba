import { type WantedRecord, WantedState } from '@ligature/assertions';
import { type ConnectionRow, type Institution, RecordItemRepository, type RiskyStep } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { permitted } from './permitted.ts';
import { plan, type WriteStep } from './plan.ts';
import { StepRisks } from './step-risks.ts';
import { UnsettledRecords } from './unsettled-records.ts';

const BATCH = 500;
const NOTHING: WantedRecord = { items: [], yetToBegin: new Set() };

/** A record with something to do, and which of its items only the brake can let through. */
export interface DueRecord {
  readonly connectionId: string;
  /** Whether its permission is in doubt: then it waits. */
  readonly isDoubted: boolean;
  /** Whether there is something to do that takes nothing away. */
  readonly isDueAnyway: boolean;
  readonly risky: readonly RiskyStep[];
}

/**
 * Which records of an institution are not as wanted. The database compares all of them, and names those that may not be;
 * only these are planned.
 */
@Injectable()
export class DueRecords {
  constructor(
    private readonly unsettled: UnsettledRecords,
    private readonly items: RecordItemRepository,
    private readonly wantedState: WantedState,
    private readonly risks: StepRisks,
  ) {}

  /** Every record that is not as wanted today, without a call to ORCID. */
  async find(institution: Institution): Promise<DueRecord[]> {
    const due: DueRecord[] = [];
    for await (const page of this.unsettled.pages(institution))
      for (let at = 0; at < page.length; at += BATCH)
        due.push(...(await this.dueOf(institution, page.slice(at, at + BATCH))));
    return due;
  }

  private async dueOf(institution: Institution, batch: readonly ConnectionRow[]): Promise<DueRecord[]> {
    const ids = batch.map(({ id }) => id);
    const wantedOf = await this.wantedState.of(
      institution,
      batch.map(({ personId }) => personId),
    );
    const itemsOf = Map.groupBy(await this.items.rowsOf(ids), ({ connectionId }) => connectionId);
    const open = new Set(await this.items.connectionsWithOpenIntents(ids));
    const standing = await this.items.leftStanding(ids);
    const found = batch.map(({ id, personId, scopes, isDoubted }) => {
      const wanted = wantedOf.get(personId) ?? NOTHING;
      const items = permitted(wanted.items, scopes);
      const stored = permitted(itemsOf.get(id) ?? [], scopes);
      const known = new Set([...stored.map(({ assertionId }) => assertionId), ...(standing.get(id) ?? [])]);
      const isNew = items.some(({ assertionId }) => !known.has(assertionId));
      return {
        id,
        isDoubted,
        wanted: { ...wanted, items },
        steps: plan(items, stored),
        isOpen: isNew || open.has(id),
      };
    });
    const risky = await this.risksOf(institution, found);
    return found
      .filter(({ steps, isOpen }) => isOpen || steps.length > 0)
      .map(({ id, isDoubted, steps, isOpen }) => {
        const own = steps.flatMap(({ itemId }) => risky.get(itemId) ?? []);
        return { connectionId: id, isDoubted, isDueAnyway: isOpen || own.length < steps.length, risky: own };
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
