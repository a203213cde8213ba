import type { PutCode, Seen } from '@ligature/orcid-model';
import type { OrcidApi } from '../http/orcid-api.ts';
import type { CallOptions } from '../pacing/deadline.ts';
import type { RecordAccess, WithdrawnAccess } from '../record-access.ts';
import { withPutCode } from '../wire/put-code.wire.ts';
import { readList, type Section } from '../wire/sections.ts';
import { readSeen } from '../wire/seen.wire.ts';
import { writeChecked } from '../wire/write-checked.ts';

/** The items of one section of a record. */
export class ItemCalls<T, Summary = T> {
  constructor(
    protected readonly api: OrcidApi,
    protected readonly section: Section<T, Summary>,
  ) {}

  /** All items that the permission lets us see; our own always. */
  async list({ orcid, token }: RecordAccess, options?: CallOptions): Promise<Seen<Summary>[]> {
    const path = `/${orcid}/${this.section.all}`;
    return this.api.read({ path, token }, (json) => readList(this.section, json), options);
  }

  async read({ orcid, token }: RecordAccess, putCode: PutCode, options?: CallOptions): Promise<Seen<T>> {
    const path = `/${orcid}/${this.section.one}/${putCode}`;
    return this.api.read({ path, token }, (json) => readSeen(this.section.content, json), options);
  }

  /** Adds an item. Sent once: when the answer is lost, look at the record before doing it again. */
  async create({ orcid, token }: RecordAccess, content: T, options?: CallOptions): Promise<PutCode> {
    const path = `/${orcid}/${this.section.one}`;
    const body = JSON.stringify(writeChecked(this.section.content, content, path));
    return this.api.create({ path, token, body, writesTo: orcid }, options);
  }

  /** Replaces an item whole: what is left out is removed from it. Its visibility stays as its owner chose. */
  async replace({ orcid, token }: RecordAccess, putCode: PutCode, content: T, options?: CallOptions): Promise<void> {
    const path = `/${orcid}/${this.section.one}/${putCode}`;
    const body = withPutCode(writeChecked(this.section.content, content, path), putCode);
    await this.api.send({ method: 'PUT', path, token, body, writesTo: orcid }, () => undefined, options);
  }

  /** Removes an item of ours, also when the owner has taken the permission back. */
  async remove(
    { orcid, token }: RecordAccess | WithdrawnAccess,
    putCode: PutCode,
    options?: CallOptions,
  ): Promise<void> {
    await this.api.remove({ path: `/${orcid}/${this.section.one}/${putCode}`, token, writesTo: orcid }, options);
  }
}
