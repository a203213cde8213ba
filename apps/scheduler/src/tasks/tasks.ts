import { TaskRuns } from '@ligature/institutions';
import { type Institution, InstitutionRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { SCHEDULE } from '../schedule.ts';
import type { AskedBy, ScheduledTask } from './scheduled-task.ts';

/** The tasks of the schedule, by name. */
@Injectable()
export class Tasks {
  constructor(
    private readonly modules: ModuleRef,
    private readonly institutions: InstitutionRepository,
    private readonly runs: TaskRuns,
  ) {}

  all(): ScheduledTask[] {
    return SCHEDULE.map((task) => this.modules.get(task, { strict: false }));
  }

  /** @throws TypeError naming the tasks there are */
  find(id: string): ScheduledTask {
    const task = this.all().find((candidate) => candidate.id === id);
    if (task !== undefined) return task;
    throw new TypeError(
      `There is no task "${id}". There are: ${this.all()
        .map((candidate) => candidate.id)
        .join(', ')}.`,
    );
  }

  /** Runs a task for an institution, and keeps what came of it. @throws TypeError naming the tasks there are */
  async run(id: string, institution: Institution | string, askedBy: AskedBy): Promise<string> {
    const task = this.find(id);
    const of = typeof institution === 'string' ? await this.institutions.get(institution) : institution;
    return this.runs.record({ institutionId: of.id, task: id, askedBy }, () => task.run(of, askedBy));
  }
}
