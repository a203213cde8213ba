import { type PutCode, SECTIONS, type Seen, type Work } from '@ligature/orcid-model';
import type { OrcidApi } from '../http/orcid-api.ts';
import type { CallOptions } from '../pacing/deadline.ts';
import type { RecordAccess } from '../record-access.ts';
import { allAt, isObject, objectIn } from '../wire/json.ts';
import { pickPutCodes, readPutCodes } from '../wire/put-code.wire.ts';
import { readSeen } from '../wire/seen.wire.ts';
import { work } from '../wire/work.wire.ts';
import { batchesOf } from './create-many.ts';

/** What only works have: ORCID gives a hundred whole ones in one answer (more: error 9042). */
export class WorkCalls {
  constructor(private readonly api: OrcidApi) {}

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
    for (const batch of batchesOf(putCodes, SECTIONS.work.bulkSize)) {
      yield* await this.api.read({ path: `/${orcid}/works/${batch.join(',')}`, token }, readFound, options);
    }
  }
}

/** Works that are gone, or that the permission does not let us see, are errors among the others: left out. */
function readFound(json: unknown): Seen<Work>[] {
  const elements = allAt(json, ['bulk']).map(objectIn);
  return elements.flatMap((element) => (isObject(element['work']) ? [readSeen(work, element['work'])] : []));
}
