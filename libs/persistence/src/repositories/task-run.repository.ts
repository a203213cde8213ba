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
    await this.em.persist(run).flush();
  }

  /** Stores how a run ended. */
  async end(run: TaskRun): Promise<void> {
    await this.em.persist(run).flush();
  }

  async latest(institutionId: string): Promise<TaskRun[]> {
    const ids = await this.em.execute<{ id: string }[]>(LATEST, [institutionId]);
    return this.em.find(TaskRun, { id: { $in: ids.map(({ id }) => id) } }, { orderBy: { task: 'asc' } });
  }
}
