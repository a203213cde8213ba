import path from 'node:path';
import type { CommandResult } from './command-line.ts';

/** The process behind a `CommandLine`: each message is a command of the scheduler, as `node apps/scheduler/dist/main.js` takes it. */

interface Program {
  parseAsync(args: readonly string[], options: { from: 'user' }): Promise<unknown>;
}

const scheduler = path.resolve(import.meta.dirname, '../../../apps/scheduler/dist/program.js');
const { program } = (await import(scheduler)) as { program: (env: NodeJS.ProcessEnv) => Program };

process.on('disconnect', () => process.exit());
process.on('message', ({ command }: { command: readonly string[] }) => {
  void run(command).then((result) => process.send?.(result));
});

async function run(command: readonly string[]): Promise<CommandResult> {
  const written = { stdout: '', stderr: '' };
  const restore = [collect('stdout', written), collect('stderr', written)];
  process.exitCode = undefined;
  try {
    await program(process.env).parseAsync(command, { from: 'user' });
  } catch (error) {
    process.exitCode = 1;
    written.stderr += error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    for (const end of restore) end();
  }
  const status = exitStatus();
  process.exitCode = undefined;
  return { status, ...written };
}

function exitStatus(): number {
  return Number(process.exitCode ?? 0);
}

/** Commands write to this process's streams; whoever sent the command gets it instead. @returns what ends that */
function collect(name: 'stdout' | 'stderr', into: Record<typeof name, string>): () => void {
  const stream = process[name];
  const write = stream.write.bind(stream);
  stream.write = (chunk: string | Uint8Array) => {
    into[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  return () => {
    stream.write = write;
  };
}
