import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  Configuration,
  describeConfirmed,
  describeConsequence,
  describeRefresh,
  type GivenSetup,
  InstitutionFile,
} from '@ligature/institutions';
import { Secret } from '@ligature/orcid-model';
import { Injectable } from '@nestjs/common';
import { SetupConfig } from '../setup.config.ts';
import { CommandError } from './command.error.ts';

export interface ConfigureOptions {
  /** What it means for people is wanted. */
  readonly yes?: boolean;
}

const ASK = 'If it is meant, run the command again with --yes.';

@Injectable()
export class ConfigureCommand {
  constructor(
    private readonly configuration: Configuration,
    private readonly config: SetupConfig,
  ) {}

  async run(file: string, options: ConfigureOptions): Promise<string> {
    return (await this.configure(file, options)).said;
  }

  /** @throws CommandError when nothing was changed, or metadata could not be read */
  async configure(
    file: string,
    { yes = false }: ConfigureOptions,
  ): Promise<{ readonly slug: string; readonly said: string }> {
    const outcome = await this.configuration.apply(await read(file), { ...this.given(file), isConfirmed: yes });
    const { consequences } = outcome;
    if (outcome.kind === 'unconfirmed') {
      const wouldBe = consequences.map((consequence) => `  - ${describeConsequence(consequence)}`);
      throw new CommandError(['Nothing was changed. This would happen:', ...wouldBe, ASK].join('\n'));
    }
    const { institution, refreshed, uncheckedClient } = outcome;
    const lines = [
      `${institution.name} is configured.`,
      ...consequences.map((consequence) => `  - ${describeConfirmed(consequence)}`),
      ...(uncheckedClient === undefined ? [] : [uncheckedWarning(uncheckedClient)]),
      ...refreshed.map(describeRefresh),
    ];
    if (refreshed.some(({ kind }) => kind === 'failed'))
      throw new CommandError([...lines, 'The scheduler tries every hour to read what failed.'].join('\n'));
    return { slug: institution.slug, said: lines.join('\n') };
  }

  private given(file: string): GivenSetup {
    const { clientSecret, provider } = this.config;
    return {
      folder: path.dirname(file),
      clientSecret: clientSecret === undefined ? undefined : new Secret('client-secret', clientSecret),
      provider: provider && { source: provider, folder: process.cwd() },
    };
  }
}

function uncheckedWarning(why: string): string {
  return (
    `WARNING: ORCID gave no answer (${why}), so nobody knows yet whether it accepts the client id and ORCID_CLIENT_SECRET. ` +
    `Run the command again when ORCID answers.`
  );
}

async function read(file: string): Promise<InstitutionFile> {
  const json = await readJson(file);
  const { data, error } = InstitutionFile.safeParse(json);
  if (error === undefined) return data;
  const faults = error.issues.map(({ path: at, message }) => `  - ${fieldAt(at)}${valueAt(json, at)}: ${message}`);
  throw new CommandError(`${file} has faults:\n${faults.join('\n')}\nNothing was changed. Correct them and try again.`);
}

function fieldAt(at: readonly PropertyKey[]): string {
  return at.length === 0 ? 'the file' : at.map(String).join('.');
}

/** What stands there, when it is a single value. */
function valueAt(json: unknown, at: readonly PropertyKey[]): string {
  const value = at.reduce<unknown>((within, name) => (isObject(within) ? within[name] : undefined), json);
  return value === undefined || typeof value === 'object' ? '' : ` ${JSON.stringify(value)}`;
}

function isObject(value: unknown): value is Readonly<Record<PropertyKey, unknown>> {
  return typeof value === 'object' && value !== null;
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (error) {
    throw new CommandError(`${file} cannot be read as JSON: ${(error as Error).message}. Nothing was changed.`);
  }
}
