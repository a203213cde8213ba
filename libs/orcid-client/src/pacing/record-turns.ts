import { randomUUID } from 'node:crypto';
import type { OrcidId } from '@ligature/orcid-model';
import { orAborted } from './or-aborted.ts';
import type { Patience } from './patience.ts';
import { pause } from './pause.ts';
import { WaitingLine } from './waiting-line.ts';
import type { WriteTurns } from './write-turns.ts';

/** How long to wait before asking another process's turn again, at most (our choice). */
const ASK_AGAIN_MS = 200;

/** One writer at a time for each record: in this process by a line, among processes by a shared turn where there is one. */
export class RecordTurns {
  private readonly lines = new Map<string, WaitingLine>();
  private readonly holder = randomUUID();

  constructor(
    private readonly door: string,
    private readonly shared?: WriteTurns,
  ) {}

  async run<T>(orcid: OrcidId, patience: Patience, write: () => Promise<T>): Promise<T> {
    const record = `${this.door}/${orcid}`;
    await this.enter(record, patience);
    try {
      return await this.withSharedTurn(record, patience, write);
    } finally {
      this.leave(record);
    }
  }

  private async enter(record: string, patience: Patience): Promise<void> {
    const line = this.lines.get(record);
    if (line === undefined) this.lines.set(record, new WaitingLine());
    else await patience.until((signal) => line.wait(signal));
  }

  private leave(record: string): void {
    if (this.lines.get(record)?.callNext() !== true) this.lines.delete(record);
  }

  private async withSharedTurn<T>(record: string, patience: Patience, write: () => Promise<T>): Promise<T> {
    const { shared, holder } = this;
    if (shared === undefined) return write();
    const take = (signal: AbortSignal): Promise<boolean> =>
      orAborted(shared.take(record, holder, patience.leftMs), signal);
    // A turn that comes when nobody waits for it any more ends by itself.
    while (!(await patience.until(take))) {
      await patience.until((signal) => pause(Math.random() * ASK_AGAIN_MS, signal));
    }
    try {
      return await write();
    } finally {
      // A turn that could not be given back ends by itself; what was written stays written.
      await shared.giveBack(record, holder).catch(() => undefined);
    }
  }
}
