import { OrcidRecord, type RecordSnapshot } from './orcid-record.ts';

interface Version {
  readonly snapshot: RecordSnapshot;
  /** When the next one took its place. */
  readonly until: number;
}

/**
 * The read replica of the database while it is behind: the earlier states of the records that changed lately. ORCID
 * reads through managers that end in ReadOnly and writes through others (S: orcid-core, manager/v3/read_only); by how
 * much a replica may lag is not known.
 */
export class Replica {
  readonly #earlier = new Map<string, Version[]>();
  #keptMs = 0;

  /** Remembers the states of so many milliseconds; 0 forgets them. */
  keepFor(ms: number): void {
    this.#keptMs = ms;
    if (ms === 0) this.#earlier.clear();
  }

  /** To be called before a record changes. */
  keep(record: OrcidRecord, now: number): void {
    if (this.#keptMs === 0) return;
    const version = { snapshot: { ...record.snapshot(), items: [...record.items] }, until: now };
    this.#earlier.set(record.orcid, [...this.#since(record.orcid, now - this.#keptMs), version]);
  }

  /** The record as it was at an instant. */
  asOf(record: OrcidRecord, instant: number): OrcidRecord {
    const [version] = this.#since(record.orcid, instant);
    return version === undefined ? record : new OrcidRecord(version.snapshot);
  }

  clear(): void {
    this.#earlier.clear();
  }

  #since(orcid: string, instant: number): Version[] {
    return (this.#earlier.get(orcid) ?? []).filter(({ until }) => until > instant);
  }
}
