import { type Identified, isWrittenBy, type PutCode, type Seen, selfIdsOf } from '@ligature/orcid-model';
import { DuplicateItemError } from '../errors/duplicate-item.error.ts';
import { OrcidUnavailableError } from '../errors/orcid-unavailable.error.ts';
import { RateLimitedError } from '../errors/rate-limited.error.ts';
import type { OrcidApi } from '../http/orcid-api.ts';
import type { CallOptions } from '../pacing/deadline.ts';
import { pause } from '../pacing/pause.ts';
import type { RecordAccess } from '../record-access.ts';
import type { Section } from '../wire/sections.ts';
import { readSeen } from '../wire/seen.wire.ts';
import { ItemCalls } from './item-calls.ts';

const MAX_PASSES = 3;

/** The activities of one section: items with identifiers, by which they are found again. */
export class ActivityCalls<T extends Identified, Summary extends Identified = T> extends ItemCalls<T, Summary> {
  constructor(
    api: OrcidApi,
    section: Section<T, Summary>,
    /** Longer than ORCID may still be at work on a request whose answer was lost. */
    private readonly quietMs: number,
  ) {
    super(api, section);
  }

  async readSummary({ orcid, token }: RecordAccess, putCode: PutCode, options?: CallOptions): Promise<Seen<Summary>> {
    const path = `/${orcid}/${this.section.one}/summary/${putCode}`;
    return this.api.read({ path, token }, (json) => readSeen(this.section.summary, json), options);
  }

  /**
   * Adds an item that is to be there once, whatever happens to the answers: after a lost one the record is looked at
   * before anything is sent again, and an item that is there already is taken as it stands.
   * @param clientId ours: only what we wrote is taken for ours
   * @param content needs a `self` identifier of our own
   */
  async createOnce(access: RecordAccess, content: T, clientId: string, options: CallOptions = {}): Promise<PutCode> {
    if (selfIdsOf(content).length === 0)
      throw new TypeError('Without a `self` identifier an item cannot be found again.');
    for (let round = 1; ; round++) {
      try {
        return await this.create(access, content, options);
      } catch (error) {
        const found = await this.find(error, access, content, clientId, options);
        if (found !== undefined) return found;
        if (round === MAX_PASSES) throw error;
      }
    }
  }

  /** @returns undefined when it is surely not there, so that it may be sent again @throws the error when it tells enough */
  private async find(
    error: unknown,
    access: RecordAccess,
    content: T,
    clientId: string,
    options: CallOptions,
  ): Promise<PutCode | undefined> {
    if (error instanceof DuplicateItemError && error.putCode !== undefined) return error.putCode;
    if (!LEAVES_OPEN.some((type) => error instanceof type)) throw error;
    const isInDoubt = error instanceof OrcidUnavailableError && error.effect === 'unknown';
    if (isInDoubt) await pause(this.quietMs, options.signal);
    const ids = new Set(selfIdsOf(content));
    const items = await this.list(access, options).catch((unseen: unknown) => {
      options.signal?.throwIfAborted();
      throw isInDoubt ? error : unseen;
    });
    return items.find((item) => isWrittenBy(item.source, clientId) && selfIdsOf(item.content).some((id) => ids.has(id)))
      ?.putCode;
  }
}

const LEAVES_OPEN = [DuplicateItemError, OrcidUnavailableError, RateLimitedError] as const;
