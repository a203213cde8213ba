import { randomUUID } from 'node:crypto';
import type { OrcidId } from '@ligature/orcid-model';
import { orAborted } from './or-aborted.ts';
import type { Deadline } from './deadline.ts';
import { pause } from './pause.ts';
import { WaitQueue } from './wait-queue.ts';
import type { RecordLeases } from './record-leases.ts';

/** How long to wait before asking another process's turn again, at most (our choice). */
const ASK_AGAIN_MS = 200;

/** One writer at a time for each record: in this process by a line, among processes by a shared turn where there is one. */
export class RecordLocks {
  private readonly queues = new Map<string, WaitQueue>();
  private readonly holder = randomUUID();

  constructor(
    private readonly bucket: string,
    private readonly shared?: RecordLeases,
  ) {}

  async run<T>(orcid: OrcidId, deadline: Deadline, write: () => Promise<T>): Promise<T> {
    const record = `${this.bucket}/${orcid}`;
    await this.enter(record, deadline);
    try {
      return await this.withSharedTurn(record, deadline, write);
    } finally {
      this.leave(record);
    }
  }

  private async enter(record: string, deadline: Deadline): Promise<void> {
    const queue = this.queues.get(record);
    if (queue === undefined) this.queues.set(record, new WaitQueue());
    else await deadline.until((signal) => queue.wait(signal));
  }

  private leave(record: string): void {
    if (this.queues.get(record)?.callNext() !== true) this.queues.delete(record);
  }

  private async withSharedTurn<T>(record: string, deadline: Deadline, write: () => Promise<T>): Promise<T> {
    const { shared, holder } = this;
    if (shared === undefined) return write();
    const take = (signal: AbortSignal): Promise<boolean> =>
      orAborted(shared.take(record, holder, deadline.leftMs), signal);
    // A turn that comes when nobody waits for it any more ends by itself.
    while (!(await deadline.until(take))) {
      await deadline.until((signal) => pause(Math.random() * ASK_AGAIN_MS, signal));
    }
    try {
      return await write();
    } finally {
      // A turn that could not be given back ends by itself; what was written stays written.
      await shared.release(record, holder).catch(() => undefined);
    }
  }
}
