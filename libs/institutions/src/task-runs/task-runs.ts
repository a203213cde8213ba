import { type TaskAsker, TaskRun, TaskRunRepository } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';

/** One run of a task, before it begins. */
export interface AskedTask {
  readonly institutionId: string;
  readonly task: string;
  readonly askedBy: TaskAsker;
}

/** What the tasks of the schedule did, run by run, as rows that people can see. */
@Injectable()
export class TaskRuns {
  constructor(
    private readonly runs: TaskRunRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Does the work of a task and keeps when it began, when it ended, and its line of result or failure. A run whose process
   * died has no end.
   * @returns what the work returns. @throws what the work throws
   */
  async record(asked: AskedTask, work: () => Promise<string>): Promise<string> {
    const run = new TaskRun({ ...asked, startedAt: this.clock.now() });
    await this.runs.begin(run);
    try {
      const result = await work();
      run.succeed(result, this.clock.now());
      return result;
    } catch (error) {
      run.fail(error instanceof Error ? error.message : String(error), this.clock.now());
      throw error;
    } finally {
      await this.runs.end(run);
    }
  }
}
