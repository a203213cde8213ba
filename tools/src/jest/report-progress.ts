import type { Progress } from '../watchdog.ts';

interface TestFile {
  readonly path: string;
}

interface TestCase {
  readonly fullName: string;
}

/**
 * A reporter of Jest's that tells whoever started it what begins and ends, and does not outlive them: nobody else would end
 * what does not end by itself of the workers, stacks and browsers in the process group that Jest leads.
 */
export default class ReportProgress {
  constructor() {
    process.once('disconnect', () => process.kill(-process.pid, 'SIGKILL'));
    // A listener alone would keep Jest running for ever.
    process.channel?.unref();
  }

  onTestFileStart({ path }: TestFile): void {
    this.tell({ file: path, test: 'loading, or before its first test' });
  }

  onTestCaseStart({ path }: TestFile, { fullName }: TestCase): void {
    this.tell({ file: path, test: fullName });
  }

  onTestCaseResult({ path }: TestFile, { fullName }: TestCase): void {
    this.tell({ file: path, test: `after "${fullName}"` });
  }

  onTestFileResult({ path }: TestFile): void {
    this.tell({ file: path, test: undefined });
  }

  onRunComplete(): void {
    this.tell({ isOver: true });
  }

  private tell(progress: Progress): void {
    if (process.connected) process.send?.(progress);
  }
}
