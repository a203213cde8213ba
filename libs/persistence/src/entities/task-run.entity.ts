import { defineEntity, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import { Institution } from './institution.entity.ts';

/** Who asked for a task: the clock, or a person at a command line. */
export const TASK_ASKERS = ['clock', 'operator'] as const;

export type TaskAsker = (typeof TASK_ASKERS)[number];

export const TaskRunSchema = defineEntity({
  name: 'TaskRun',
  tableName: 'task_run',
  properties: {
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    task: p.text(),
    askedBy: p.enum(TASK_ASKERS),
    startedAt: p.datetime(),
    /** Null while it runs, or when its process died. */
    endedAt: p.datetime().nullable(),
    /** What was found or asked for, in one line. */
    result: p.text().nullable(),
    /** Why it failed, in words for operators. */
    failure: p.text().nullable(),
  },
  indexes: [{ properties: ['institutionId', 'task', 'startedAt'] }],
});

/** One run of a task of the schedule. */
export class TaskRun extends TaskRunSchema.class {
  constructor(given: { institutionId: string; task: string; askedBy: TaskAsker; startedAt: Date }) {
    super();
    this.id = newId();
    this.institutionId = given.institutionId;
    this.task = given.task;
    this.askedBy = given.askedBy;
    this.startedAt = given.startedAt;
  }

  succeed(result: string, at: Date): void {
    this.result = result;
    this.endedAt = at;
  }

  fail(failure: string, at: Date): void {
    this.failure = failure;
    this.endedAt = at;
  }
}

TaskRunSchema.setClass(TaskRun);
