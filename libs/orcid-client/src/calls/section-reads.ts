import {
  type ActivitySection,
  type ContentOf,
  type ListedItem,
  type PutCode,
  type Section,
  SECTIONS,
  type Seen,
} from '@ligature/orcid-model';
import { InsufficientScopeError } from '../errors/insufficient-scope.error.ts';
import type { OrcidApi } from '../http/orcid-api.ts';
import type { CallOptions } from '../pacing/deadline.ts';
import type { RecordAccess } from '../record-access.ts';
import { readActivities, readItem, readItems, readPersonItems, readRecordItems } from '../wire/listed-items.wire.ts';
import { SECTION_WIRES } from '../wire/section-wires.ts';
import { readSeen } from '../wire/seen.wire.ts';

/** Reading the items of a record, of any section. A permission shows what it covers, and always what we wrote. */
export class SectionReads {
  constructor(protected readonly api: OrcidApi) {}

  /** Reads one item with all that was written to it. @throws ItemGoneError, NotOurItemError (private to another) */
  read<S extends Section>(
    access: RecordAccess,
    section: S,
    putCode: PutCode,
    options?: CallOptions,
  ): Promise<Seen<ContentOf<S>>> {
    const read = (json: unknown): Seen<ContentOf<S>> => readSeen(SECTION_WIRES[section].content, json);
    return this.get(access, `${SECTIONS[section].itemPath}/${putCode}`, read, options);
  }

  /** Reads one activity as a list shows it. */
  readSummary<S extends ActivitySection>(
    access: RecordAccess,
    section: S,
    putCode: PutCode,
    options?: CallOptions,
  ): Promise<ListedItem<S>> {
    const path = `${SECTIONS[section].itemPath}/summary/${putCode}`;
    return this.get(access, path, (json) => readItem(section, json), options);
  }

  /** Lists one section, in ORCID's order. How much a list has of each item: `SECTIONS[section].listHas`. */
  itemsIn<S extends Section>(access: RecordAccess, section: S, options?: CallOptions): Promise<ListedItem<S>[]> {
    return this.get(access, SECTIONS[section].listPath, (json) => readItems(section, json), options);
  }

  /**
   * Lists all sixteen sections in one call, or in two where the permission covers the halves of a record but not the
   * whole. An answer that lacks a half is an error, and so is a half that the permission does not cover: nobody can take
   * either for a record without items.
   */
  async itemsOf(access: RecordAccess, options?: CallOptions): Promise<ListedItem[]> {
    try {
      return await this.get(access, 'record', readRecordItems, options);
    } catch (error) {
      if (!(error instanceof InsufficientScopeError)) throw error;
      const activities = await this.get(access, 'activities', readActivities, options);
      return [...activities, ...(await this.get(access, 'person', readPersonItems, options))];
    }
  }

  private async get<T>(
    { orcid, token }: RecordAccess,
    path: string,
    read: (json: unknown) => T,
    options?: CallOptions,
  ): Promise<T> {
    return this.api.read({ path: `/${orcid}/${path}`, token }, read, options);
  }
}
