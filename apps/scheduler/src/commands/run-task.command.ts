import { Injectable } from '@nestjs/common';
import { Tasks } from '../tasks/tasks.ts';
import { Workers } from '../workers.ts';
import { ChosenInstitution } from './chosen-institution.ts';
import { CommandError } from './command.error.ts';

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

  /** Of every institution, though it fails for one of them. @throws CommandError with what was done and what failed */
  async run(task: string, options: RunTaskOptions): Promise<string> {
    const lines: string[] = [];
    const failures: string[] = [];
    for (const institution of await this.chosen.some(options.institution)) {
      try {
        lines.push(`${institution.name}: ${await this.tasks.run(task, institution, 'operator')}.`);
      } catch (error) {
        if (!(error instanceof CommandError)) throw error;
        failures.push(`${institution.name}: ${error.message}`);
      }
    }
    const worked = await this.workers.drain();
    lines.push(worked.text);
    if (failures.length + worked.failed > 0) throw new CommandError([...failures, ...lines].join('\n'));
    return lines.join('\n');
  }
}
