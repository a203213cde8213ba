import { silenceLimitMs } from './jest/time-limits.ts';

/** What a test run says of itself: what a file is at, undefined when it is done; or that the run is over. */
export type Progress = { readonly file: string; readonly test: string | undefined } | { readonly isOver: true };

/** Ends a run in which nothing happens any more, such as one that Jest's own time limits cannot reach: a loop that never yields. */
export class Watchdog {
  private readonly running = new Map<string, string>();
  private readonly bark: (stillRunning: readonly string[]) => void;
  private timer: NodeJS.Timeout | undefined;
  private isOver = false;

  private readonly isSoak: boolean;

  /**
   * @param bark gets what still runs, once
   * @param isSoak whether tests may take long
   */
  constructor(bark: (stillRunning: readonly string[]) => void, isSoak = false) {
    this.bark = bark;
    this.isSoak = isSoak;
    this.wait();
  }

  hear(progress: Progress): void {
    if ('isOver' in progress) this.isOver = true;
    else if (progress.test === undefined) this.running.delete(progress.file);
    else this.running.set(progress.file, progress.test);
    this.wait();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => {
        const files = [...this.running].map(([file, test]) => `${file}: ${test}`);
        this.bark(this.isOver ? ['all tests are done, but Jest does not end', ...files] : files);
      },
      silenceLimitMs(this.isOver, this.isSoak),
    );
  }
}
