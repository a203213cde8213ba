import { parseArgs } from 'node:util';
import { z } from 'zod';

const commandLineSchema = z.object({
  port: z.coerce.number().int().min(0).max(65535).default(3103),
  host: z.string().default('127.0.0.1'),
  settings: z.string({ error: 'is required: the path of a settings file' }),
  state: z.string().optional(),
});

export type CommandLine = z.output<typeof commandLineSchema>;

export function readCommandLine(args: string[]): CommandLine {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { port: option, host: option, settings: option, state: option } });
  const parsed = commandLineSchema.safeParse(values);
  if (!parsed.success) throw new Error(`Options:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
