import {
  isSameItem,
  isWrittenBy,
  type ListedItem,
  type PutCode,
  type Section,
  type SectionItem,
  SECTIONS,
  selfIdsIn,
} from '@ligature/orcid-model';
import { DuplicateItemError } from '../errors/duplicate-item.error.ts';
import { OrcidUnavailableError } from '../errors/orcid-unavailable.error.ts';
import { RateLimitedError } from '../errors/rate-limited.error.ts';
import type { CallOptions } from '../pacing/deadline.ts';
import { pause } from '../pacing/pause.ts';
import type { RecordAccess } from '../record-access.ts';

const MAX_TRIES = 3;

/** What creating once is made of: the plain creation, and a look at the section. */
interface CreateOnceTools {
  readonly calls: {
    create<S extends Section>(access: RecordAccess, item: SectionItem<S>, options?: CallOptions): Promise<PutCode>;
    itemsIn<S extends Section>(access: RecordAccess, section: S, options?: CallOptions): Promise<ListedItem<S>[]>;
  };
  readonly quietMs: number;
}

/** An item that is to be there once. */
interface Creation<S extends Section> {
  readonly access: RecordAccess;
  readonly item: SectionItem<S>;
  /** Only what this client wrote is taken for ours. */
  readonly clientId: string;
  readonly options: CallOptions;
}

/** See `SectionCalls.createOnce`. */
export async function createOnce<S extends Section>(tools: CreateOnceTools, creation: Creation<S>): Promise<PutCode> {
  refuseUnrecognisable(creation.item);
  for (let attempt = 1; ; attempt++) {
    try {
      return await tools.calls.create(creation.access, creation.item, creation.options);
    } catch (error) {
      const found = await findAfter(error, tools, creation);
      if (found !== undefined) return found;
      if (attempt === MAX_TRIES) throw error;
    }
  }
}

function refuseUnrecognisable<S extends Section>({ section, content }: SectionItem<S>): void {
  if (SECTIONS[section].hasExternalIds && selfIdsIn(content).length === 0) {
    throw new TypeError('Without a `self` identifier an item cannot be found again.');
  }
}

/**
 * Looks for an item whose creation failed.
 * @returns undefined when it is surely not there, so that it may be sent again
 * @throws the error when it leaves nothing open
 */
async function findAfter<S extends Section>(
  error: unknown,
  { calls, quietMs }: CreateOnceTools,
  { access, item, clientId, options }: Creation<S>,
): Promise<PutCode | undefined> {
  if (error instanceof DuplicateItemError && error.putCode !== undefined) return error.putCode;
  if (!LEAVES_OPEN.some((type) => error instanceof type)) throw error;
  const isUncertain = error instanceof OrcidUnavailableError && error.effect === 'unknown';
  if (isUncertain) await pause(quietMs, options.signal);
  const items = await calls.itemsIn(access, item.section, options).catch((unseen: unknown) => {
    options.signal?.throwIfAborted();
    throw isUncertain ? error : unseen;
  });
  return items.find((one) => isWrittenBy(one.source, clientId) && isSameItem(item.section, item.content, one.content))
    ?.putCode;
}

const LEAVES_OPEN = [DuplicateItemError, OrcidUnavailableError, RateLimitedError] as const;
