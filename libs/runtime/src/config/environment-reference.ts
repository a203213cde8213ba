import { z } from 'zod';
import type { ConfigClass } from './config-class.ts';

/** The environment reference of docs/operations.md: one Markdown table for each library, made from what the code reads. */
export function environmentReference(classes: readonly ConfigClass[]): string {
  return classes.map(section).join('\n');
}

function section(config: ConfigClass): string {
  const rows = Object.entries(config.variables).map(([name, rule]) => row(name, rule));
  return [`### ${config.title}`, '', '| variable | default | meaning |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

function row(name: string, rule: z.ZodType): string {
  return `| \`${name}\` | ${defaultOf(rule)} | ${describe(rule)} |`;
}

function defaultOf(rule: z.ZodType): string {
  if (!rule.safeParse(undefined).success) return '**required**';
  const schema = z.toJSONSchema(rule, { io: 'input', unrepresentable: 'any' });
  return schema.default === undefined ? '–' : `\`${JSON.stringify(schema.default).replaceAll('"', '')}\``;
}

function describe(rule: z.ZodType): string {
  if (rule.description === undefined) throw new TypeError('Every environment variable has a description.');
  return rule.description;
}
