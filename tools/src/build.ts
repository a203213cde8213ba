import { spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Compiles every project that has changed since it was compiled last. @throws when one does not compile */
export async function buildAll(): Promise<void> {
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  const status = await new Promise<number | null>((resolve) => {
    spawn(process.execPath, [tsc, '--build', 'tsconfig.apps.json'], { cwd: ROOT, stdio: 'inherit' }).once(
      'exit',
      resolve,
    );
  });
  if (status !== 0) throw new Error('The project does not compile; the compiler’s messages are above.');
}
