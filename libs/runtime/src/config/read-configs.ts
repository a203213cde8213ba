import { z } from 'zod';
import { type ConfigClass, type Mode } from './config-class.ts';
import { ConfigurationError } from './configuration.error.ts';
import { Configs } from './configs.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks the configuration of every library a process uses, before anything is started.
 * @param env the process's environment; an empty value counts as absent
 * @throws ConfigurationError naming all faults of all libraries at once
 */
export function readConfigs(classes: readonly ConfigClass[], env: Environment): Configs {
  const given = withoutEmpty(env);
  const mode = readMode(given);
  const read = classes.map((config) => ({ config, result: z.object(config.variables).safeParse(given) }));
  const faults = read.flatMap(({ config, result }) =>
    result.success
      ? (config.faults?.(result.data as never, mode) ?? [])
      : result.error.issues.map((issue) => describeIssue(issue, given)),
  );
  if (faults.length > 0) throw new ConfigurationError([...new Set(faults)]);
  return new Configs(
    read.map(({ config, result }) => [config, new config(result.data as never, mode)]),
    mode,
  );
}

function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
}

function readMode(env: Environment): Mode {
  const mode = z.enum(['production', 'development', 'test']).default('development').safeParse(env['NODE_ENV']);
  if (!mode.success) throw new ConfigurationError(['NODE_ENV must be production, development or test.']);
  return mode.data;
}

function describeIssue(issue: z.core.$ZodIssue, given: Environment): string {
  const name = String(issue.path[0]);
  return given[name] === undefined ? `${name} is required.` : `${name}: ${issue.message}`;
}
