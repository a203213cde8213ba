import { type OrcidRecord } from './orcid-record.ts';
import { type Replica } from './replica.ts';

/** All records, found by iD, by e-mail address and by the key of the settings. */
export class Records {
  readonly #byOrcid = new Map<string, OrcidRecord>();
  readonly #byKey = new Map<string, OrcidRecord>();
  readonly #byAddress = new Map<string, OrcidRecord>();

  constructor(private readonly replica: Replica) {}

  get size(): number {
    return this.#byOrcid.size;
  }

  add(record: OrcidRecord): void {
    record.replicateTo(this.replica);
    this.#byOrcid.set(record.orcid, record);
    this.index(record);
  }

  /** To be called again when a profile has changed. */
  index(record: OrcidRecord): void {
    const { key, emails } = record.profile;
    if (key !== undefined) this.#byKey.set(key, record);
    for (const { address } of emails) this.#byAddress.set(address.toLowerCase(), record);
  }

  find(orcid: string): OrcidRecord | undefined {
    return this.#byOrcid.get(orcid);
  }

  findByKeyOrOrcid(name: string): OrcidRecord | undefined {
    return this.#byOrcid.get(name) ?? this.#byKey.get(name);
  }

  /** People sign in with their iD or with any of their addresses. */
  findByUsername(username: string): OrcidRecord | undefined {
    const trimmed = username.trim();
    return this.#byOrcid.get(trimmed) ?? this.#byAddress.get(trimmed.toLowerCase());
  }

  clear(): void {
    this.#byOrcid.clear();
    this.#byKey.clear();
    this.#byAddress.clear();
  }

  [Symbol.iterator](): IterableIterator<OrcidRecord> {
    return this.#byOrcid.values();
  }
}
