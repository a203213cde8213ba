import { TokenProvider } from '@ligature/connections';
import { type ContentOf, type Section, SECTIONS } from '@ligature/orcid-model';
import { Injectable } from '@nestjs/common';
import { BlockedRecordError } from './blocked-record.error.ts';
import { done, foundInDoubt, type ItemChange, missing, nothingHappened, refused } from './item-changes.ts';
import { type Actor, ItemLedger, US } from './item-ledger.ts';
import type { Creation, WriteStep } from './plan.ts';
import { RecordWriter } from './record-writer.ts';
import { classify, type WriteOutcome } from './write-outcome.ts';

/** Does steps with the token of a connection: each with its intent before it and what became of it after. */
@Injectable()
export class StepRunner {
  constructor(
    private readonly ledger: ItemLedger,
    private readonly tokens: TokenProvider,
    private readonly writer: RecordWriter,
  ) {}

  /**
   * @param by who decided on it
   * @throws BlockedRecordError when nothing more can be written on the record for now; whatever else must be tried again
   */
  async run(connectionId: string, steps: readonly WriteStep[], by = US): Promise<void> {
    const bulk = Map.groupBy(steps.filter(isBulk), ({ item }) => item.section);
    for (const step of steps) if (!isBulk(step)) await this.runOne(connectionId, step, by);
    for (const [section, creations] of bulk) {
      const size = SECTIONS[section].bulkSize;
      for (let at = 0; at < creations.length; at += size)
        await this.createMany(connectionId, section, creations.slice(at, at + size));
    }
  }

  private async runOne(connectionId: string, step: WriteStep, by: Actor): Promise<void> {
    const wasRemoving = step.action === 'remove' && (await this.ledger.isRemoving(step.itemId));
    const attempt = await this.ledger.intend(step);
    try {
      const usedFor = step.action === 'remove' ? 'removal' : 'write';
      const putCode = await this.tokens.withAccessToken(connectionId, usedFor, (access) =>
        this.writer.write(access, step),
      );
      await this.ledger.complete(step.itemId, attempt, done(step, putCode), by);
    } catch (error) {
      // Gone after a removal of ours whose answer was lost: nobody else need have removed it.
      if (wasRemoving && classify(error).kind === 'absent')
        await this.ledger.complete(step.itemId, attempt, done(step, undefined), by);
      else await this.fail(step, attempt, error);
    }
  }

  /** One call for all of them; when it fails as a whole, their intents stay, and the record is looked at. */
  private async createMany(connectionId: string, section: Section, steps: readonly Creation[]): Promise<void> {
    const attempts = await this.ledger.intendAll(steps);
    const contents = steps.map(({ item }) => item.content) as ContentOf[];
    let at = 0;
    try {
      await this.tokens.withAccessToken(connectionId, 'write', async (access) => {
        for await (const created of this.writer.createMany(access, section, contents)) {
          const [step, attempt] = [steps[at], attempts[at]];
          at++;
          if (step === undefined || attempt === undefined) throw new RangeError('ORCID answered more than was asked.');
          if (created.kind === 'created') await this.ledger.complete(step.itemId, attempt, done(step, created.putCode));
          else await this.fail(step, attempt, created.error);
        }
      });
    } catch (error) {
      const outcome = classify(error);
      if (outcome.kind === 'no-effect' || outcome.kind === 'record-blocked')
        for (const [index, step] of steps.slice(at).entries())
          await this.settle(step, attempts[at + index] ?? 0, outcome);
      throw error;
    }
  }

  private async fail(step: WriteStep, attempt: number, error: unknown): Promise<void> {
    const outcome = classify(error);
    const isKnown = await this.settle(step, attempt, outcome);
    if (outcome.kind === 'blocked' || outcome.kind === 'record-blocked') throw new BlockedRecordError();
    if (!isKnown || outcome.kind === 'no-effect') throw error;
  }

  /**
   * Keeps what an outcome says of the item. Of a try before it, whose answer was lost, it may say nothing: then the intent stays.
   * @returns false when nobody knows what ORCID did
   */
  private async settle(step: WriteStep, attempt: number, outcome: WriteOutcome): Promise<boolean> {
    const change = changeFor(outcome, step);
    if (change === undefined) return false;
    if (attempt === 1 || saysOfEarlierTries(outcome, step)) await this.ledger.complete(step.itemId, attempt, change);
    else await this.ledger.note(step.itemId, change);
    return true;
  }
}

function isBulk(step: WriteStep): step is Creation {
  return step.action === 'create' && SECTIONS[step.item.section].bulkSize > 1;
}

/** Whether the answer to a second try shows what became of the first: that a token is refused today says nothing of it. */
function saysOfEarlierTries({ kind }: WriteOutcome, { action }: WriteStep): boolean {
  if (kind === 'exists') return true;
  if (kind === 'absent') return action !== 'create';
  // Whose item it is, ORCID says of one that stands there.
  return kind === 'refused' && action === 'remove';
}

/** What an outcome leaves behind; undefined leaves the intent open, to be looked into before any second try. */
function changeFor(outcome: WriteOutcome, step: WriteStep): ItemChange | undefined {
  switch (outcome.kind) {
    case 'uncertain':
      return undefined;
    case 'no-effect':
    case 'record-blocked':
      return nothingHappened;
    case 'exists':
      return outcome.putCode && foundInDoubt(outcome.putCode);
    case 'absent':
      return step.action === 'create' ? nothingHappened : missing;
    case 'refused':
      return refused(outcome, step.action === 'remove' ? null : step.hash);
    case 'blocked':
      return refused(outcome, null);
  }
}
