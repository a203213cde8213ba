import { type ContentOf, type PutCode, type Section, type SectionItem, SECTIONS } from '@ligature/orcid-model';
import type { OrcidApi } from '../http/orcid-api.ts';
import type { CallOptions } from '../pacing/deadline.ts';
import type { RecordAccess, WithdrawnAccess } from '../record-access.ts';
import { withPutCode } from '../wire/put-code.wire.ts';
import { createInBulk, createOneByOne, type CreatedItem } from './create-many.ts';
import { createOnce } from './create-once.ts';
import { SectionReads } from './section-reads.ts';
import { writeItem } from './write-item.ts';

/** The items of a record: one set of calls for all sixteen sections. What differs between them is in `SECTIONS`. */
export class SectionCalls extends SectionReads {
  constructor(
    api: OrcidApi,
    /** Longer than ORCID may still be at work on a request whose answer was lost. */
    private readonly quietMs: number,
  ) {
    super(api);
  }

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
   * Adds an item that is to be there once, whatever happens to the answers: after a lost one the record is read before
   * anything is sent again, and an item of ours that is there already is taken as it stands.
   * @param clientId ours: only what we wrote is taken for ours
   * @throws TypeError where the section has identifiers and the item has no `self` identifier to be found by
   */
  createOnce<S extends Section>(
    access: RecordAccess,
    item: SectionItem<S>,
    clientId: string,
    options: CallOptions = {},
  ): Promise<PutCode> {
    return createOnce({ calls: this, quietMs: this.quietMs }, { access, item, clientId, options });
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
}
