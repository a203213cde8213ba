import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { InstitutionFile } from '../configure/institution-file.ts';
import { InstitutionSetup } from '../configure/institution-setup.ts';
import { MetadataRefresh } from '../metadata/metadata-refresh.ts';
import { describeRefresh } from '../tasks/refresh-metadata.task.ts';
import { CommandError } from './command.error.ts';

@Injectable()
export class ConfigureCommand {
  constructor(
    private readonly setup: InstitutionSetup,
    private readonly metadata: MetadataRefresh,
  ) {}

  async run(file: string): Promise<string> {
    const institution = await this.setup.apply(await read(file), file);
    const refreshed = await this.metadata.refresh(institution, () => true);
    const lines = [`${institution.name} is configured.`, ...refreshed.map(describeRefresh)];
    if (refreshed.some(({ kind }) => kind === 'failed'))
      throw new CommandError([...lines, 'The scheduler tries every hour to read what failed.'].join('\n'));
    return lines.join('\n');
  }
}

async function read(file: string): Promise<InstitutionFile> {
  const { data, error } = InstitutionFile.safeParse(await readJson(file));
  if (error === undefined) return data;
  const faults = error.issues.map((issue) => `  - ${issue.path.join('.') || 'the file'}: ${issue.message}`);
  throw new CommandError(`${file} has faults:\n${faults.join('\n')}`);
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (error) {
    throw new CommandError(`${file} cannot be read as JSON: ${(error as Error).message}`);
  }
}
