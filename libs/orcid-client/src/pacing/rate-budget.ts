/**
 * Says when the next request may be sent, to all processes of a deployment together. Without a shared one each process
 * keeps its own, which is right for one process only.
 */
export abstract class RateBudget {
  /**
   * Reserves the next free slot; slots lie `intervalMs` apart.
   * @param bucket name of the address whose requests are counted together
   * @returns how many milliseconds from now the slot is
   */
  abstract reserve(bucket: string, intervalMs: number): Promise<number>;

  /** Keeps every slot of the next `ms` milliseconds free: ORCID asked for fewer requests. */
  abstract holdBack(bucket: string, ms: number): Promise<void>;
}
