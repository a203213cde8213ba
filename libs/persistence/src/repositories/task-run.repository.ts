import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { TaskRun } from '../entities/task-run.entity.ts';

/** Institution. The newest run of each task. */
const LATEST = `
select distinct on (task) id from task_run where institution_id = ? order by task, started_at desc`;

/** What the tasks of the schedule did, run by run. */
@Injectable()
export class TaskRunRepository {
  constructor(private readonly em: EntityManager) {}

  /** Stored at once, so that a run whose process dies is seen to have begun. */
  async begin(run: TaskRun): Promise<void> {
    await this.em.fork().persist(run).flush();
  }

  /** Stores how a run ended, and nothing that its work may have left unfinished. */
  async end({ id, endedAt, result, failure }: TaskRun): Promise<void> {
    await this.em.nativeUpdate(
      TaskRun,
      { id },
      { endedAt: endedAt ?? null, result: result ?? null, failure: failure ?? null },
    );
  }

  /** @returns how many rows went */
  forgetBefore(before: Date): Promise<number> {
    return this.em.nativeDelete(TaskRun, { startedAt: { $lt: before } });
  }

  async latest(institutionId: string): Promise<TaskRun[]> {
    const ids = await this.em.execute<{ id: string }[]>(LATEST, [institutionId]);
    return this.em.find(TaskRun, { id: { $in: ids.map(({ id }) => id) } }, { orderBy: { task: 'asc' } });
  }
}
