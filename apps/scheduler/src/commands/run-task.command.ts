import { Injectable } from '@nestjs/common';
import { Tasks } from '../tasks/tasks.ts';
import { Workers } from '../workers.ts';
import { ChosenInstitution } from './chosen-institution.ts';

export interface RunTaskOptions {
  readonly institution?: string;
}

/** Does a task of the schedule now, and the work it finds with it. */
@Injectable()
export class RunTaskCommand {
  constructor(
    private readonly chosen: ChosenInstitution,
    private readonly tasks: Tasks,
    private readonly workers: Workers,
  ) {}

  async run(task: string, options: RunTaskOptions): Promise<string> {
    const lines: string[] = [];
    for (const institution of await this.chosen.some(options.institution)) {
      lines.push(`${institution.name}: ${await this.tasks.run(task, institution, 'operator')}.`);
    }
    const done = await this.workers.drain();
    return [...lines, `${done} jobs were worked on here.`].join('\n');
  }
}
