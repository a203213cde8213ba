import { z } from 'zod';
import type { ConfigClass } from './config-class.ts';

/** An environment variable, in words for an operator. */
export interface DescribedVariable {
  readonly name: string;
  /** As it would be written in the environment; absent when there is none. */
  readonly default?: string;
  readonly isRequired: boolean;
  readonly meaning: string;
}

/** What one library reads from the environment. */
export interface DescribedConfig {
  readonly title: string;
  readonly variables: readonly DescribedVariable[];
}

/** What a process reads from its environment, as the code that reads it describes it: docs/configuration.md is made of this. */
export function describeEnvironment(classes: readonly ConfigClass[]): DescribedConfig[] {
  return classes.map(({ title, variables }) => ({
    title,
    variables: Object.entries(variables).map(([name, rule]) => describeVariable(name, rule)),
  }));
}

function describeVariable(name: string, rule: z.ZodType): DescribedVariable {
  if (rule.description === undefined) throw new TypeError(`The environment variable ${name} has no description.`);
  const isRequired = !rule.safeParse(undefined).success;
  return { name, isRequired, meaning: rule.description, ...defaultOf(rule) };
}

function defaultOf(rule: z.ZodType): Pick<DescribedVariable, 'default'> {
  const schema = z.toJSONSchema(rule, { io: 'input', unrepresentable: 'any' });
  if (schema.default === undefined) return {};
  return { default: typeof schema.default === 'string' ? schema.default : JSON.stringify(schema.default) };
}
