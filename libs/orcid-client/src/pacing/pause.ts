import { setTimeout as sleep } from 'node:timers/promises';

/** Waits. @throws the signal's reason when it ends the wait */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, signal && { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}
