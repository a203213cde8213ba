import type { PutCode, Seen, Work, WorkSummary } from '@ligature/orcid-model';
import { InvalidItemError } from '../errors/invalid-item.error.ts';
import type { CallOptions } from '../pacing/deadline.ts';
import type { RecordAccess } from '../record-access.ts';
import { pickPutCodes, readPutCodes } from '../wire/put-code.wire.ts';
import { UnreadableError } from '../wire/unreadable.error.ts';
import { writeChecked } from '../wire/write-checked.ts';
import { ActivityCalls } from './activity-calls.ts';
import { batchesOf, type CreatedWork, readCreated, readFound } from './work-bulk.ts';

/** Works: besides one by one, by the hundred. */
export class WorkCalls extends ActivityCalls<Work, WorkSummary> {
  /** All works whole, a hundred a call; no more than a hundred are held at a time, however many there are. */
  async *all(access: RecordAccess, options?: CallOptions): AsyncGenerator<Seen<Work>, void> {
    yield* this.readMany(access, await this.putCodes(access, options), options);
  }

  /** Put-codes of all works that the permission lets us see. */
  async putCodes({ orcid, token }: RecordAccess, options?: CallOptions): Promise<PutCode[]> {
    return this.api.read({ path: `/${orcid}/works`, token, pick: pickPutCodes }, readPutCodes, options);
  }

  /** The works of many put-codes, a hundred a call. Those that are gone or not to be seen are left out. */
  async *readMany(
    { orcid, token }: RecordAccess,
    putCodes: readonly PutCode[],
    options?: CallOptions,
  ): AsyncGenerator<Seen<Work>, void> {
    for (const batch of batchesOf(putCodes)) {
      yield* await this.api.read({ path: `/${orcid}/works/${batch.join(',')}`, token }, readFound, options);
    }
  }

  /**
   * Adds many works, a hundred a call; tells of each in order what became of it. When a call fails the iteration throws:
   * what was told before stands, and of that call's works nobody knows.
   */
  async *createMany(
    access: RecordAccess,
    works: readonly Work[],
    options?: CallOptions,
  ): AsyncGenerator<CreatedWork, void> {
    for (const batch of batchesOf(works)) yield* await this.createBatch(access, batch, options);
  }

  private async createBatch(
    { orcid, token }: RecordAccess,
    works: readonly Work[],
    options?: CallOptions,
  ): Promise<CreatedWork[]> {
    const path = `/${orcid}/works`;
    const prepared = works.map((work) => this.prepare(work, path));
    const ready = prepared.filter((one) => one.kind === 'ready');
    if (ready.length === 0) return prepared.filter((one) => one.kind === 'refused');
    const body = JSON.stringify({ bulk: ready.map(({ json }) => ({ work: json })) });
    const call = { method: 'POST', path, token, body, writesTo: orcid } as const;
    const created = await this.api.read(call, (json) => ofAll(readCreated(json, path), ready.length), options);
    const answers = created.values();
    return prepared.map((one) => (one.kind === 'ready' ? (answers.next().value as CreatedWork) : one));
  }

  private prepare(work: Work, path: string): Prepared {
    try {
      return { kind: 'ready', json: writeChecked(this.section.content, work, path) };
    } catch (error) {
      if (error instanceof InvalidItemError) return { kind: 'refused', error };
      throw error;
    }
  }
}

type Prepared = { readonly kind: 'ready'; readonly json: unknown } | (CreatedWork & { readonly kind: 'refused' });

function ofAll(created: CreatedWork[], expected: number): CreatedWork[] {
  if (created.length === expected) return created;
  throw new UnreadableError(`an answer for each of ${expected} works`);
}
