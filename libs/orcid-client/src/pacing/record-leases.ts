/** Lets one process at a time write to a record: ORCID does not put two writers of one record into order. */
export abstract class RecordLeases {
  /** @returns false while another holder has the lease, until it releases it or `ms` have passed */
  abstract take(record: string, holder: string, ms: number): Promise<boolean>;

  abstract release(record: string, holder: string): Promise<void>;
}
