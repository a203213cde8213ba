import {
  type ContentOf,
  type ListedItem,
  type PutCode,
  type Section,
  type SectionItem,
  SECTIONS,
  type Seen,
} from '@ligature/orcid-model';
import { InsufficientScopeError } from '../errors/insufficient-scope.error.ts';
import type { OrcidApi } from '../http/orcid-api.ts';
import type { CallOptions } from '../pacing/deadline.ts';
import type { RecordAccess, WithdrawnAccess } from '../record-access.ts';
import { readActivityItems, readItems, readPersonItems, readRecordItems } from '../wire/listed-items.wire.ts';
import { withPutCode } from '../wire/put-code.wire.ts';
import { WIRES } from '../wire/sections.ts';
import { readSeen } from '../wire/seen.wire.ts';
import { createInBulk, createOneByOne, type CreatedItem } from './create-many.ts';
import { writeItem } from './write-item.ts';

/** The items of a record: one set of calls for all sixteen sections. What differs between them is in `SECTIONS`. */
export class SectionCalls {
  constructor(private readonly api: OrcidApi) {}

  /**
   * Adds an item. Sent once: when the answer is lost, look at the record before doing it again.
   * @throws DuplicateItemError when we added it before
   */
  async create<S extends Section>(
    { orcid, token }: RecordAccess,
    item: SectionItem<S>,
    options?: CallOptions,
  ): Promise<PutCode> {
    const path = `/${orcid}/${SECTIONS[item.section].itemPath}`;
    const body = JSON.stringify(writeItem(item, path));
    return this.api.create({ path, token, body, writesTo: orcid }, options);
  }

  /**
   * Adds many items of one section, as many in a call as the section allows (`SECTIONS[section].bulkSize`), and yields
   * what became of each, in order. When a call fails for another reason than its items, the iteration throws: what was
   * yielded before stands, and of that call's items nothing is known.
   */
  createMany<S extends Section>(
    access: RecordAccess,
    section: S,
    contents: readonly ContentOf<S>[],
    options?: CallOptions,
  ): AsyncGenerator<CreatedItem, void> {
    const items = contents.map((content): SectionItem<S> => ({ section, content }));
    if (SECTIONS[section].bulkSize > 1) return createInBulk(this.api, access, section, items, options);
    return createOneByOne(items, (item) => this.create(access, item, options));
  }

  /** Replaces an item whole: what is left out is removed from it. Its visibility stays as its owner chose. */
  async replace<S extends Section>(
    { orcid, token }: RecordAccess,
    putCode: PutCode,
    item: SectionItem<S>,
    options?: CallOptions,
  ): Promise<void> {
    const path = `/${orcid}/${SECTIONS[item.section].itemPath}/${putCode}`;
    const body = withPutCode(writeItem(item, path), putCode);
    await this.api.send({ method: 'PUT', path, token, body, writesTo: orcid }, () => undefined, options);
  }

  /** Removes an item of ours, also when the owner has taken the permission back. */
  async remove(
    { orcid, token }: RecordAccess | WithdrawnAccess,
    section: Section,
    putCode: PutCode,
    options?: CallOptions,
  ): Promise<void> {
    const path = `/${orcid}/${SECTIONS[section].itemPath}/${putCode}`;
    await this.api.remove({ path, token, writesTo: orcid }, options);
  }

  /** Reads one item with all that was written to it. */
  async read<S extends Section>(
    { orcid, token }: RecordAccess,
    section: S,
    putCode: PutCode,
    options?: CallOptions,
  ): Promise<Seen<ContentOf<S>>> {
    const path = `/${orcid}/${SECTIONS[section].itemPath}/${putCode}`;
    return this.api.read({ path, token }, (json) => readSeen(WIRES[section].content, json), options);
  }

  /** Lists one section: all items that the permission lets us see; our own always (`SECTIONS[section].listHas`). */
  async itemsIn<S extends Section>(
    { orcid, token }: RecordAccess,
    section: S,
    options?: CallOptions,
  ): Promise<ListedItem<S>[]> {
    const path = `/${orcid}/${SECTIONS[section].listPath}`;
    return this.api.read({ path, token }, (json) => readItems(section, json), options);
  }

  /**
   * Lists all sixteen sections in one call, or in two where the permission covers the halves of a record but not the
   * whole. An answer that lacks a half is an error: nobody can take it for a record without items.
   */
  async itemsOf({ orcid, token }: RecordAccess, options?: CallOptions): Promise<ListedItem[]> {
    const list = (part: string, read: (json: unknown) => ListedItem[]): Promise<ListedItem[]> =>
      this.api.read({ path: `/${orcid}/${part}`, token }, read, options);
    try {
      return await list('record', readRecordItems);
    } catch (error) {
      if (!(error instanceof InsufficientScopeError)) throw error;
      return [...(await list('activities', readActivityItems)), ...(await list('person', readPersonItems))];
    }
  }
}
