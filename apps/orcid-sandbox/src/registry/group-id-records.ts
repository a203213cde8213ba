import { type GroupIdContent } from '../model/group-id-record.ts';
import { type Source } from './item.ts';

export interface GroupIdRecord {
  readonly putCode: number;
  readonly content: GroupIdContent;
  /** Nothing for the ones that ORCID made itself, after an ISSN. */
  readonly source?: Source;
  readonly created: number;
  readonly modified: number;
}

/** The registered groups that peer reviews belong to, of the whole registry. */
export class GroupIdRecords {
  readonly #byPutCode = new Map<number, GroupIdRecord>();

  get all(): readonly GroupIdRecord[] {
    return [...this.#byPutCode.values()];
  }

  put(group: GroupIdRecord): void {
    this.#byPutCode.set(group.putCode, group);
  }

  remove(putCode: number): void {
    this.#byPutCode.delete(putCode);
  }

  find(putCode: number): GroupIdRecord | undefined {
    return this.#byPutCode.get(putCode);
  }

  findByGroupId(groupId: string): GroupIdRecord | undefined {
    return this.all.find((group) => group.content['group-id'] === groupId);
  }

  findByName(name: string): GroupIdRecord | undefined {
    return this.all.find((group) => group.content.name === name);
  }

  clear(): void {
    this.#byPutCode.clear();
  }
}
