import { FailedJobs, type FailedJobGroup } from '@ligature/persistence';
import { counted } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { Workers } from '../workers.ts';
import { ChosenInstitution } from './chosen-institution.ts';
import { CommandError } from './command.error.ts';

export interface FailedJobsOptions {
  readonly institution?: string;
}

export interface RetryOptions extends FailedJobsOptions {
  readonly cause?: string;
}

/** What the errors mean that jobs fail with most often. */
const MEANINGS: Readonly<Record<string, string>> = {
  OrcidUnavailableError: 'ORCID did not answer',
  RateLimitedError: 'ORCID asked for fewer requests',
  TooSoonError: 'a write may still have been under way',
  ClientRefusedError: 'ORCID refuses the institution’s client: see its id and secret',
  UnopenableSecretError: 'a stored token does not open: see TOKEN_KEYS',
};

/** Jobs that were tried so often that nobody tries them any more. */
@Injectable()
export class FailedJobsCommand {
  constructor(
    private readonly chosen: ChosenInstitution,
    private readonly failed: FailedJobs,
    private readonly workers: Workers,
  ) {}

  async show({ institution: slug }: FailedJobsOptions): Promise<string> {
    const lines: string[] = [];
    for (const { id, name } of await this.chosen.some(slug))
      lines.push(...(await this.failed.of(id)).map((group) => `${name}: ${describe(group)}`));
    if (lines.length === 0) return 'No job was given up.';
    return [...lines, 'To try them again: retry-failed-jobs, with --cause <name> for those of one cause.'].join('\n');
  }

  /** @throws CommandError when there are none, or one of them fails again */
  async retry({ institution: slug, cause }: RetryOptions): Promise<string> {
    const { id, name } = await this.chosen.one(slug);
    const count = await this.failed.tryAgain(id, cause);
    const of = cause === undefined ? '' : ` with the cause ${cause}`;
    if (count === 0) throw new CommandError(`No job${of} was given up for ${name}.`);
    const worked = await this.workers.drain();
    const text = `${counted(count, 'job')} of ${name}${of}: tried again.\n${worked.text}`;
    if (worked.failed > 0) throw new CommandError(text);
    return text;
  }
}

function describe({ name, cause, count, since }: FailedJobGroup): string {
  const meaning = MEANINGS[cause];
  const why = meaning === undefined ? cause : `${cause} (${meaning})`;
  return `${counted(count, `${name} job`)} given up since ${since.toISOString()}: ${why}.`;
}
